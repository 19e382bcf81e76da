/** A header as it came: its order counts (Via, Record-Route, Route). */
export interface SipHeader {
  readonly name: string;
  readonly value: string;
}

interface MessageParts {
  readonly headers: readonly SipHeader[];
  readonly body: string;
}

export interface SipRequest extends MessageParts {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
}

export interface SipResponse extends MessageParts {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
}

export type SipMessage = SipRequest | SipResponse;

/** What is not SIP (RFC 3261 section 25) or lacks what every message must have. Its text never holds what came. */
export class SipSyntaxError extends Error {
  override readonly name = 'SipSyntaxError';
}

/** Compact forms (RFC 3261 section 7.3.3, RFC 3891, RFC 4028). */
const compactNames: Readonly<Record<string, string>> = {
  v: 'Via', f: 'From', t: 'To', i: 'Call-ID', m: 'Contact', l: 'Content-Length', c: 'Content-Type', e: 'Content-Encoding', s: 'Subject', k: 'Supported', x: 'Session-Expires', r: 'Refer-To', b: 'Referred-By', o: 'Event', u: 'Allow-Events',
};

const needed = ['Via', 'From', 'To', 'Call-ID', 'CSeq'] as const;
/** Headers that hold a comma-separated list of addresses: one entry each after parsing. */
const lists: ReadonlySet<string> = new Set(['via', 'route', 'record-route', 'contact']);

/** Largest message taken; a WebRTC offer is about 4 kB. */
export const maxMessageBytes = 65_536;
const maxHeaders = 120;

const requestLine = /^([A-Z]{3,20}) (\S{1,2048}) SIP\/2\.0$/;
const statusLine = /^SIP\/2\.0 ([1-6]\d\d) ?(.*)$/;
const headerLine = /^([A-Za-z0-9.!%*_+`'~-]{1,64})[ \t]*:[ \t]*(.*)$/;

/**
 * Reads one message from one WebSocket frame (RFC 7118 section 5: a frame holds exactly one).
 *
 * @throws SipSyntaxError on anything that is not one well-formed message.
 */
export function parseSip(text: string): SipMessage {
  if (text.length > maxMessageBytes) throw new SipSyntaxError('message too large');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) throw new SipSyntaxError('no empty line after the headers');
  const [first = '', ...lines] = text.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = parseHeaders(lines);
  const body = bodyOf(text.slice(end + 4), headers);
  const request = requestLine.exec(first);
  const status = statusLine.exec(first);
  const parts = { headers, body };
  let message: SipMessage;
  if (request !== null) message = { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', ...parts };
  else if (status !== null) message = { kind: 'response', status: Number(status[1]), reason: status[2] ?? '', ...parts };
  else throw new SipSyntaxError('neither a request line nor a status line');
  checkNeeded(message);
  return message;
}

function parseHeaders(lines: readonly string[]): SipHeader[] {
  if (lines.length > maxHeaders) throw new SipSyntaxError('too many headers');
  return lines.flatMap((line) => {
    // A control character inside a header would let a value begin a new line further on.
    if (hasControlCharacter(line)) throw new SipSyntaxError('control character in a header');
    const match = headerLine.exec(line);
    if (match === null) throw new SipSyntaxError('a line that is no header');
    const name = match[1] ?? '';
    const full = compactNames[name.toLowerCase()] ?? name;
    const value = (match[2] ?? '').trim();
    return lists.has(full.toLowerCase()) ? splitList(value).map((entry) => ({ name: full, value: entry })) : [{ name: full, value }];
  });
}

function hasControlCharacter(line: string): boolean {
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return false;
}

/** Splits at commas outside quotes and angle brackets. */
export function splitList(value: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let quoted = false;
  let bracketed = false;
  for (let index = 0; index < value.length; index += 1) {
    const char = value.charAt(index);
    if (quoted && char === '\\') {
      entry += char + value.charAt((index += 1));
      continue;
    }
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '<') bracketed = true;
    else if (!quoted && char === '>') bracketed = false;
    if (char === ',' && !quoted && !bracketed) {
      entries.push(entry.trim());
      entry = '';
    } else entry += char;
  }
  entries.push(entry.trim());
  return entries.filter((part) => part !== '');
}

function bodyOf(rest: string, headers: readonly SipHeader[]): string {
  const length = valueOf({ headers }, 'Content-Length');
  if (length === undefined) return rest;
  const bytes = Buffer.from(rest, 'utf8');
  if (!/^\d{1,6}$/.test(length) || Number(length) > bytes.length) throw new SipSyntaxError('wrong Content-Length');
  // What follows the body in the frame is dropped (RFC 3261 section 18.3).
  return bytes.subarray(0, Number(length)).toString('utf8');
}

function checkNeeded(message: SipMessage): void {
  for (const name of needed) if ((valueOf(message, name) ?? '') === '') throw new SipSyntaxError(`no ${name}`);
  const cseq = /^(\d{1,10}) ([A-Z]{3,20})$/.exec(valueOf(message, 'CSeq') ?? '');
  if (cseq === null || Number(cseq[1]) >= 2 ** 31) throw new SipSyntaxError('wrong CSeq');
  if (message.kind === 'request' && cseq[2] !== message.method) throw new SipSyntaxError('CSeq of another method');
  const hops = valueOf(message, 'Max-Forwards');
  if (hops !== undefined && !/^\d{1,3}$/.test(hops)) throw new SipSyntaxError('wrong Max-Forwards');
}

/** @returns the first value under a name, whatever its case. */
export function valueOf({ headers }: Pick<MessageParts, 'headers'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** @returns every value under a name, in order. */
export function valuesOf({ headers }: Pick<MessageParts, 'headers'>, name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value);
}

/** @returns the tags of a list header such as Supported, in small letters. */
export function tagsOf(message: Pick<MessageParts, 'headers'>, name: string): string[] {
  return valuesOf(message, name).flatMap((value) => value.split(',').map((tag) => tag.trim().toLowerCase()));
}

/** @returns headers without those of a name. */
export function without(headers: readonly SipHeader[], ...names: readonly string[]): SipHeader[] {
  const gone = new Set(names.map((name) => name.toLowerCase()));
  return headers.filter((header) => !gone.has(header.name.toLowerCase()));
}

/** @returns the message as it goes over the wire, with a right Content-Length. */
export function formatSip(message: SipMessage): string {
  const first = message.kind === 'request' ? `${message.method} ${message.uri} SIP/2.0` : `SIP/2.0 ${message.status} ${message.reason}`;
  const headers = [...without(message.headers, 'Content-Length'), { name: 'Content-Length', value: String(Buffer.byteLength(message.body, 'utf8')) }];
  return `${first}\r\n${headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n${message.body}`;
}
