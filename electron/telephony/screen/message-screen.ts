import { parses } from '../jssip.ts';
import { cutMessage, valueOf, valuesOf, type RawMessage } from './raw-message.ts';
import { mended } from './mended.ts';
import { faultOf, type Fault, type RequestLine } from './request-faults.ts';

/** What becomes of a frame. `reply` may be null: nobody is told. */
export type Screened = { readonly pass: string } | { readonly refused: string; readonly reply: string | null };

const keepAlive = /^(\r\n){1,2}$/;
const requestLine = /^(\S+) (.*) (\S+)$/;
const statusLine = /^SIP\/2\.0 [1-6]\d{2} /i;
/** Characters. What exchanges pass on is some thousands; one message that fills the frame would keep main busy for more than a second. */
const longestHead = 32_768;
const longestMessage = 131_072;
/** Longer lines are not sent back to where they came from. */
const longestLine = 4_096;

/**
 * Looks at every frame before JsSIP does. What can be read goes on, with its headers unfolded; a request that cannot is
 * answered, for whoever sent it waits; everything else is dropped.
 *
 * @param tag makes the tag of an answer (RFC 3261 section 8.2.6.2).
 */
export function screenMessage(text: string, tag: () => string): Screened {
  if (keepAlive.test(text)) return { pass: text };
  const isTooLarge = text.length > longestMessage || !text.slice(0, longestHead).includes('\r\n\r\n');
  const message = cutMessage(isTooLarge ? text.slice(0, longestHead) : text);
  const { startLine } = message;
  if (isTooLarge) return tooLarge(message, tag);
  if (/^SIP\//i.test(startLine)) return statusLine.test(startLine) ? { pass: mended(withoutStrangeContacts(unfolded(text))) } : refusal('a status line that cannot be read');
  const line = lineOf(startLine);
  if (line === null) return refusal('a frame that is no SIP message');
  const fault = faultOf(message, line);
  if (fault === null) return { pass: mended(unfolded(text)) };
  return refusedWith(fault, message, line, tag);
}

function refusedWith(fault: Fault, message: RawMessage, { method }: RequestLine, tag: () => string): Screened {
  return { refused: `${fault.status} ${fault.reason}`, reply: method === 'ACK' ? null : replyTo(message, fault, tag) };
}

/** RFC 3261 section 21.5.7, for a request whose first headers tell where it came from. */
function tooLarge(message: RawMessage, tag: () => string): Screened {
  const line = lineOf(message.startLine);
  const fault: Fault = { status: 513, reason: 'Message Too Large', headers: [] };
  return line === null ? refusal('a frame that is too large') : refusedWith(fault, message, line, tag);
}

function refusal(reason: string): Screened {
  return { refused: reason, reply: null };
}

/** A URI in angle brackets or with spaces is a request still: one to be answered 400. */
function lineOf(startLine: string): RequestLine | null {
  const match = requestLine.exec(startLine);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return /^[A-Z]{3,10} .*SIP\/\d/.test(startLine) ? { method: startLine.split(' ')[0] ?? '', uri: '', version: 'SIP/2.0' } : null;
  return /^SIP\/\d/i.test(match[3]) ? { method: match[1], uri: match[2], version: match[3] } : null;
}

/** JsSIP's grammar takes fewer kinds of folding than RFC 3261 section 7.3.1. */
function unfolded(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return text;
  return text.slice(0, end).replace(/\r\n[ \t]+/g, ' ') + text.slice(end);
}

/** JsSIP drops a whole response for one contact that it cannot read, a `tel:` or `mailto:` in a redirection, and goes on waiting. */
function withoutStrangeContacts(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n');
  const kept = lines.filter((line) => {
    const contact = /^(?:contact|m)[ \t]*:[ \t]*(.*)$/i.exec(line)?.[1];
    return contact === undefined || parses(contact.trim(), 'Contact');
  });
  return end < 0 || kept.length === lines.length ? text : kept.join('\r\n') + text.slice(end);
}

/** RFC 3261 section 8.2.6, as far as the request tells. */
function replyTo(message: RawMessage, { status, reason, headers }: Fault, tag: () => string): string | null {
  const vias = valuesOf(message, 'via');
  if (vias.length === 0) return null;
  const to = valueOf(message, 'to');
  const lines = [
    `SIP/2.0 ${status} ${reason}`,
    ...vias.map((via) => `Via: ${via}`),
    ...copy(message, 'From'),
    ...(to === null ? [] : [`To: ${to}${/;\s*tag\s*=/i.test(to) ? '' : `;tag=${tag()}`}`]),
    ...copy(message, 'Call-ID'),
    ...copy(message, 'CSeq'),
    ...headers,
    'Content-Length: 0',
  ];
  return lines.some((line) => line.length > longestLine) ? null : `${lines.join('\r\n')}\r\n\r\n`;
}

function copy(message: RawMessage, name: string): string[] {
  const value = valueOf(message, name.toLowerCase());
  return value === null ? [] : [`${name}: ${value}`];
}
