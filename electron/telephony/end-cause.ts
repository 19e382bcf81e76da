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
const byQ850: Readonly<Record<number, EndCause>> = { 1: 'not-found', 17: 'busy', 18: 'no-answer', 19: 'no-answer', 21: 'declined', 28: 'not-found' };

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
  if (message.method !== 'CANCEL') return 'hung-up';
  const elsewhere = reasonsOf(message).some(({ protocol, cause }) => protocol === 'SIP' && cause === 200);
  return elsewhere ? 'answered-elsewhere' : 'cancelled';
}

function ofResponse(status: number, message: SipMessage): EndCause {
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
