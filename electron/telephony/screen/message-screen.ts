import { parses } from '../jssip.ts';
import { cutMessage, valueOf, valuesOf, type RawMessage } from './raw-message.ts';
import { faultOf, type Fault, type RequestLine } from './request-faults.ts';

/** What becomes of a frame. `reply` may be null: nobody is told. */
export type Screened = { readonly pass: string } | { readonly refused: string; readonly reply: string | null };

const keepAlive = /^(\r\n){1,2}$/;
const requestLine = /^(\S+) (.*) (\S+)$/;
const statusLine = /^SIP\/2\.0 [1-6]\d{2} /i;
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
  const message = cutMessage(text);
  const { startLine } = message;
  if (/^SIP\//i.test(startLine)) return statusLine.test(startLine) ? { pass: withoutStrangeContacts(unfolded(text)) } : refusal('a status line that cannot be read');
  const line = lineOf(startLine);
  if (line === null) return refusal('a frame that is no SIP message');
  const fault = faultOf(message, line);
  if (fault === null) return { pass: unfolded(text) };
  return { refused: `${fault.status} ${fault.reason}`, reply: line.method === 'ACK' ? null : replyTo(message, fault, tag) };
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
    return contact === undefined || contact === '*' || parses(contact.trim(), 'Contact');
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
