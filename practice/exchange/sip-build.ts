import { randomBytes } from 'node:crypto';
import type { SipHeader, SipRequest, SipResponse } from './sip-message.ts';

const reasons: Readonly<Record<number, string>> = {
  100: 'Trying', 180: 'Ringing', 200: 'OK', 202: 'Accepted', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 407: 'Proxy Authentication Required', 408: 'Request Timeout', 420: 'Bad Extension', 423: 'Interval Too Brief', 430: 'Flow Failed', 480: 'Temporarily Unavailable', 481: 'Call/Transaction Does Not Exist', 483: 'Too Many Hops', 486: 'Busy Here', 487: 'Request Terminated', 488: 'Not Acceptable Here', 491: 'Request Pending', 500: 'Server Internal Error', 603: 'Decline',
};

/** What an answer copies from its request (RFC 3261 section 8.2.6.2). */
const echoed: ReadonlySet<string> = new Set(['via', 'from', 'call-id', 'cseq', 'record-route']);

/**
 * Makes the answer to a request.
 *
 * @param toTag the tag of our side; not added where the request's To has one already.
 */
export function responseTo(request: SipRequest, status: number, { toTag, headers = [], body = '' }: { readonly toTag?: string; readonly headers?: readonly SipHeader[]; readonly body?: string } = {}): SipResponse {
  const copied = request.headers.flatMap((header): SipHeader[] => {
    const name = header.name.toLowerCase();
    if (name === 'to') return [toTag === undefined || /;\s*tag=/i.test(header.value) ? header : { name: 'To', value: `${header.value};tag=${toTag}` }];
    return echoed.has(name) && (name !== 'record-route' || (status > 100 && status < 300)) ? [header] : [];
  });
  return { kind: 'response', status, reason: reasons[status] ?? 'Unknown', headers: [...copied, ...headers], body };
}

/** @returns a token that cannot be guessed, fit for tags, branches and Call-IDs. */
export function newToken(): string {
  return randomBytes(12).toString('hex');
}

/** @returns a branch with the magic cookie of RFC 3261 section 8.1.1.7. */
export function newBranch(): string {
  return `z9hG4bK${newToken()}`;
}
