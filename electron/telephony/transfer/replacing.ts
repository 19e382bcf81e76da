import type { Call } from '#shared/domain/call.ts';
import type { IncomingRequest } from '../jssip.ts';
import { userOf } from '../party.ts';

/**
 * Whether an INVITE with Replaces may take the place of the other side of a call (RFC 3891 section 3). Who knows a
 * dialog's Call-ID and both its tags was in it, or had them from who was. Beyond that: a Referred-By must name
 * the party that leaves (RFC 3892), and a call that was asked to be taken only while it rings is no longer ringing.
 * @returns 0 when it may, else the status of the refusal.
 */
export function refusalOfReplacing(call: Call, request: IncomingRequest): number {
  if (call.state !== 'connected') return 481;
  if (/;\s*early-only\b/i.test(request.getHeader('Replaces') ?? '')) return 486;
  // The same party anew is who has lost their media: they lay the call anew by re-INVITE, under the same call.
  if (userOf(request.from) === call.party.raw) return 486;
  const leaving = request.getHeader('Referred-By') ?? request.getHeader('b');
  return leaving === undefined || userIn(leaving) === call.party.raw ? 0 : 403;
}

function userIn(address: string): string {
  const user = /sips?:([^@>;\s]+)@/i.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
