import type { EndCause, EndedBy } from '#shared/domain/call.ts';
import type { EndEvent, SipMessage } from './jssip.ts';

export interface Ending {
  readonly cause: EndCause;
  readonly by: EndedBy;
  readonly sipStatus: number | null;
}

/** Final responses to our INVITE (RFC 3261 section 21). */
const byStatus: Readonly<Record<number, EndCause>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  407: 'forbidden',
  408: 'no-answer',
  410: 'not-found',
  415: 'media-failed',
  480: 'unavailable',
  484: 'not-found',
  486: 'busy',
  487: 'no-answer',
  488: 'media-failed',
  600: 'busy',
  603: 'declined',
  604: 'not-found',
  606: 'media-failed',
  607: 'declined',
  608: 'declined',
};

/** ITU-T Q.850 causes that say more than the SIP status beside them. */
const byQ850: Readonly<Record<number, EndCause>> = {
  1: 'not-found',
  17: 'busy',
  18: 'no-answer',
  19: 'no-answer',
  20: 'unavailable',
  21: 'declined',
  22: 'not-found',
  27: 'unavailable',
  28: 'not-found',
  34: 'server-error',
  38: 'server-error',
  41: 'server-error',
  42: 'server-error',
  57: 'forbidden',
  88: 'media-failed',
};

/** Why a call that rang here stopped doing so: the exchange or a colleague settled it otherwise (RFC 3326 section 3). */
const whenCancelled: readonly (readonly [protocol: string, causes: readonly number[], EndCause])[] = [
  ['SIP', [200], 'answered-elsewhere'],
  ['Q.850', [26], 'answered-elsewhere'],
  ['SIP', [301, 302], 'forwarded'],
  ['SIP', [486, 600, 603, 607, 608], 'declined'],
  ['Q.850', [17, 21], 'declined'],
  ['SIP', [408, 480], 'no-answer'],
  ['Q.850', [18, 19, 102], 'no-answer'],
];

/** Why a conversation ended that nobody hung up: an exchange that lost the sound or the session says so in its BYE. */
const whenEnded: readonly (readonly [protocol: string, causes: readonly number[], EndCause])[] = [
  ['SIP', [408, 481, 504], 'connection-lost'],
  ['Q.850', [27, 38, 41, 102], 'connection-lost'],
  ['SIP', [488, 606], 'media-failed'],
  ['Q.850', [65, 79, 88], 'media-failed'],
  ['SIP', [500, 502, 503, 580], 'server-error'],
  ['Q.850', [34, 42, 47], 'server-error'],
];

/** What JsSIP calls the ends that no message brought. */
const byCause: Readonly<Record<string, EndCause>> = {
  'Connection Error': 'connection-lost',
  'Request Timeout': 'connection-lost',
  'RTP Timeout': 'connection-lost',
  'Dialog Error': 'connection-lost',
  'No ACK': 'connection-lost',
  'No Answer': 'no-answer',
  Expires: 'no-answer',
  'WebRTC Error': 'media-failed',
  'Bad Media Description': 'media-failed',
  'Incompatible SDP': 'media-failed',
  'Missing SDP': 'media-failed',
  'User Denied Media Access': 'media-failed',
  'Internal Error': 'media-failed',
};

interface Reason {
  readonly protocol: string;
  readonly cause: number;
}

/** Reads the Reason headers of a message (RFC 3326). */
export function reasonsOf(message: SipMessage): readonly Reason[] {
  return message
    .getHeaders('Reason')
    .flatMap((line) => line.split(','))
    .flatMap((value) => {
      const match = /^\s*(SIP|Q\.850)\s*;(?:.*;)?\s*cause\s*=\s*(\d{1,3})/i.exec(value);
      return match?.[1] === undefined ? [] : [{ protocol: match[1].toUpperCase(), cause: Number(match[2]) }];
    });
}

function q850(message: SipMessage): EndCause | undefined {
  const reason = reasonsOf(message).find(({ protocol }) => protocol === 'Q.850');
  return reason === undefined ? undefined : byQ850[reason.cause];
}

function ofRequest(message: SipMessage): EndCause {
  const [table, plain] = message.method === 'CANCEL' ? ([whenCancelled, 'cancelled'] as const) : ([whenEnded, 'hung-up'] as const);
  const reasons = reasonsOf(message);
  const known = table.find(([protocol, causes]) => reasons.some((reason) => reason.protocol === protocol && causes.includes(reason.cause)));
  return known?.[2] ?? plain;
}

function ofResponse(status: number, message: SipMessage): EndCause {
  if (status < 400) return 'forwarded';
  const known = byStatus[status];
  if (status === 480 || status === 500 || status === 503 || known === undefined) {
    const said = q850(message);
    if (said !== undefined) return said;
  }
  if (known !== undefined) return known;
  return status >= 500 && status < 600 ? 'server-error' : 'other';
}

/** Why a call ended that this side did not end. */
export function endingOf({ originator, message, cause }: EndEvent): Ending {
  const sipStatus = message?.status_code ?? null;
  if (message !== null && originator === 'remote') {
    return { cause: sipStatus === null ? ofRequest(message) : ofResponse(sipStatus, message), by: 'remote', sipStatus };
  }
  return { cause: byCause[cause] ?? (message === null ? 'other' : 'media-failed'), by: 'system', sipStatus };
}
