/** A SIP message as far as the figures and the two scripted ends need it (RFC 3261 section 7). */
export interface SipMessage {
  /** `INVITE`, … of a request; null for a response. */
  readonly method: string | null;
  readonly requestUri: string | null;
  /** 100-699 of a response; null for a request. */
  readonly status: number | null;
  readonly callId: string;
  readonly cseq: { readonly number: number; readonly method: string };
  /** Names in lower case and full form, in the order of the message. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** The compact forms of RFC 3261 section 7.3.3 that our servers could send. */
const fullName: Readonly<Record<string, string>> = { i: 'call-id', f: 'from', t: 'to', v: 'via', m: 'contact', c: 'content-type', l: 'content-length' };

/** @returns the message, or null for what is none (a keep-alive, STUN). */
export function parseSip(text: string): SipMessage | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [startLine = '', ...lines] = text.slice(0, headEnd).split('\r\n');
  const response = /^SIP\/2\.0 (\d{3})/.exec(startLine);
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(startLine);
  if (response === null && request === null) return null;
  const headers = lines.map(readHeader);
  const cseq = /^(\d+)\s+([A-Z]+)/.exec(headerOf(headers, 'cseq') ?? '');
  const callId = headerOf(headers, 'call-id');
  if (cseq === null || callId === null) return null;
  return {
    method: request?.[1] ?? null,
    requestUri: request?.[2] ?? null,
    status: response === null ? null : Number(response[1]),
    callId,
    cseq: { number: Number(cseq[1]), method: cseq[2] ?? '' },
    headers,
    body: text.slice(headEnd + 4),
  };
}

function readHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).trim().toLowerCase();
  return [fullName[name] ?? name, line.slice(colon + 1).trim()];
}

function headerOf(headers: SipMessage['headers'], name: string): string | null {
  return headers.find(([known]) => known === name)?.[1] ?? null;
}

/** @returns the first header of that name (lower case), or null. */
export function header(message: SipMessage, name: string): string | null {
  return headerOf(message.headers, name);
}

/** @returns every header of that name, in order. */
export function headersOf(message: SipMessage, name: string): readonly string[] {
  return message.headers.filter(([known]) => known === name).map(([, value]) => value);
}

/** @returns the user part of the address in a From, To or Contact. */
export function userOf(address: string): string | null {
  return /sips?:([^@;>]+)@/.exec(address)?.[1] ?? null;
}

/** @returns the ports of the ICE candidates and of the media lines of a session description. */
export function mediaPorts(sdp: string): ReadonlySet<number> {
  const ports = new Set<number>();
  for (const [, port] of sdp.matchAll(/^a=candidate:\S+ \d+ udp \d+ \S+ (\d+) /gim)) ports.add(Number(port));
  for (const [, port] of sdp.matchAll(/^m=audio (\d+) /gm)) ports.add(Number(port));
  return ports;
}

/** Writes a message; Content-Length is counted here. */
export function writeSip(startLine: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [startLine, ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}
