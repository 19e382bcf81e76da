import { parses } from '../jssip.ts';
import { shortestSession } from '../session-interval.ts';
import { readableOffer } from './readable-offer.ts';
import { valueOf, valuesOf, type RawMessage } from './raw-message.ts';

export interface Fault {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly string[];
}

export interface RequestLine {
  readonly method: string;
  readonly uri: string;
  readonly version: string;
}

/** What this user agent takes part in; anything else is 501 (RFC 3261 section 8.2.1). */
const methods = new Set(['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'MESSAGE', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'INFO', 'UPDATE', 'PRACK', 'PUBLISH', 'REGISTER']);
/** Option tags that a request may require of us. Reliable provisional responses (100rel) are for our own calls only: ours are not sent reliably. */
const extensions = new Set(['timer', 'replaces', 'ice', 'outbound', 'gruu', 'path', 'norefersub']);
/** Headers of which there is one at most (RFC 3261 section 7.3.1). */
const single = ['from', 'to', 'call-id', 'cseq', 'max-forwards', 'content-length', 'content-type', 'expires', 'session-expires', 'event', 'refer-to', 'replaces'];
const mandatory = ['via', 'from', 'to', 'call-id', 'cseq'];
/** The headers that have to be read to begin anything, by the name of their rule: a message in which one cannot be read JsSIP drops. */
const grammars: readonly (readonly [header: string, rule: string])[] = [
  ['from', 'From'],
  ['to', 'To'],
  ['contact', 'Contact'],
  ['via', 'Via'],
  ['replaces', 'Replaces'],
  ['call-id', 'Call_ID'],
  ['record-route', 'Record_Route'],
  ['content-type', 'Content_Type'],
  ['session-expires', 'Session_Expires'],
  ['refer-to', 'Refer_To'],
  ['event', 'Event'],
];

function fault(status: number, reason: string, headers: readonly string[] = []): Fault {
  return { status, reason, headers };
}

/**
 * What is wrong with a request, in the order in which RFC 3261 section 8.2 looks. JsSIP drops what it cannot read, so that whoever
 * sent it waits half a minute, and it looks neither at Require nor at Accept.
 * @returns null when there is nothing wrong.
 */
export function faultOf(message: RawMessage, line: RequestLine): Fault | null {
  return versionFault(line) ?? headerFault(message, line) ?? methodFault(message, line) ?? uriFault(line) ?? extensionFault(message, line) ?? intervalFault(message, line) ?? contentFault(message, line);
}

function versionFault({ version }: RequestLine): Fault | null {
  return /^SIP\/2\.0$/i.test(version) ? null : fault(505, 'Version Not Supported');
}

function headerFault(message: RawMessage, { method }: RequestLine): Fault | null {
  if (message.hasStrayLine) return fault(400, 'Malformed header line');
  for (const name of mandatory) if (valuesOf(message, name).length === 0) return fault(400, `Missing ${name} header`);
  // RFC 6665 section 8.2.1. JsSIP would leave it without an answer.
  if (method === 'NOTIFY' && valuesOf(message, 'event').length === 0) return fault(400, 'Missing event header');
  for (const name of single) if (valuesOf(message, name).length > 1) return fault(400, `More than one ${name} header`);
  for (const [name, rule] of grammars) {
    const values = name === 'via' ? valuesOf(message, name).slice(0, 1) : valuesOf(message, name);
    for (const value of values) if (!(isStar(value, name, method) || parses(value, rule))) return fault(400, `Malformed ${name} header`);
  }
  return numberFault(message, method) ?? branchFault(message);
}

/** RFC 3261 section 10.2.2: only who registers may mean all contacts. In any other request JsSIP would look for an address in it. */
function isStar(value: string, name: string, method: string): boolean {
  return name === 'contact' && value === '*' && method === 'REGISTER';
}

/** RFC 3261 section 8.1.1.5: a number below 2^31; section 20: seconds below 2^32. */
function numberFault(message: RawMessage, method: string): Fault | null {
  const cseq = /^(\d{1,20})\s+(\S+)$/.exec(valueOf(message, 'cseq') ?? '');
  if (cseq === null || Number(cseq[1]) >= 2 ** 31) return fault(400, 'Malformed cseq header');
  if (cseq[2] !== method) return fault(400, 'CSeq names another method');
  const forwards = valueOf(message, 'max-forwards');
  if (forwards !== null && !isNumber(forwards, 255)) return fault(400, 'Malformed max-forwards header');
  const expires = valueOf(message, 'expires');
  if (expires !== null && !isNumber(expires, 2 ** 32 - 1)) return fault(400, 'Malformed expires header');
  const length = valueOf(message, 'content-length');
  if (length === null) return null;
  if (!isNumber(length, 2 ** 31)) return fault(400, 'Malformed content-length header');
  return Number(length) > Buffer.byteLength(message.body) ? fault(400, 'Content-Length is larger than the message') : null;
}

function isNumber(text: string, largest: number): boolean {
  return /^\d{1,20}$/.test(text) && Number(text) <= largest;
}

/** The magic cookie alone is no identifier (RFC 3261 section 8.1.1.7): every such transaction would be the same. */
function branchFault(message: RawMessage): Fault | null {
  return /;\s*branch\s*=\s*z9hG4bK\s*(?:[;,]|$)/i.test(valueOf(message, 'via') ?? '') ? fault(400, 'Branch without an identifier') : null;
}

/** Outside a call nobody asks this telephone to call somebody else (RFC 3515 section 5.2). */
function methodFault(message: RawMessage, { method }: RequestLine): Fault | null {
  if (method === 'REFER' && !/;\s*tag\s*=/i.test(valueOf(message, 'to') ?? '')) return fault(403, 'Only inside a call');
  return methods.has(method) ? null : fault(501, 'Not Implemented');
}

function uriFault({ uri }: RequestLine): Fault | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) return fault(400, 'Malformed Request-URI');
  if (scheme !== 'sip') return fault(416, 'Unsupported URI Scheme');
  // RFC 3261 section 19.1.1: no headers in a Request-URI.
  return uri.includes('?') || !parses(uri, 'SIP_URI') ? fault(400, 'Malformed Request-URI') : null;
}

/** RFC 3261 section 8.2.2.3. */
function extensionFault(message: RawMessage, { method }: RequestLine): Fault | null {
  if (method === 'CANCEL' || method === 'ACK') return null;
  const required = listOf(valuesOf(message, 'require'));
  const unknown = required.filter((tag) => !extensions.has(tag.toLowerCase()));
  return unknown.length === 0 ? null : fault(420, 'Bad Extension', [`Unsupported: ${unknown.join(', ')}`]);
}

/** RFC 4028 section 9. JsSIP would make the session longer than it was asked to be, which nobody may. */
function intervalFault(message: RawMessage, { method }: RequestLine): Fault | null {
  if (method !== 'INVITE' && method !== 'UPDATE') return null;
  const asked = /^\d+/.exec(valueOf(message, 'session-expires') ?? '')?.[0];
  if (asked === undefined || Number(asked) >= shortestSession || !listOf(valuesOf(message, 'supported')).includes('timer')) return null;
  return fault(422, 'Session Interval Too Small', [`Min-SE: ${shortestSession}`]);
}

function contentFault(message: RawMessage, { method }: RequestLine): Fault | null {
  if (method !== 'INVITE') return null;
  const accepted = listOf(valuesOf(message, 'accept')).map((type) => type.split(';')[0]?.trim().toLowerCase());
  if (accepted.length > 0 && !accepted.some((type) => type === 'application/sdp' || type === 'application/*' || type === '*/*')) return fault(406, 'Not Acceptable');
  const encoding = (valueOf(message, 'content-encoding') ?? 'identity').toLowerCase();
  if (message.body === '') return null;
  if (encoding !== 'identity') return fault(415, 'Unsupported Media Type', ['Accept-Encoding: identity']);
  if (!/^application\/sdp\s*(?:;|$)/i.test(valueOf(message, 'content-type') ?? '')) return fault(415, 'Unsupported Media Type', ['Accept: application/sdp']);
  return readableOffer(message.body) ? null : fault(488, 'Not Acceptable Here', ['Warning: 305 balie.invalid "The session description cannot be used"']);
}

function listOf(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}
