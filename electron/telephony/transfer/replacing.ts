import type { Call } from '#shared/domain/call.ts';
import type { Ending } from '../end-cause.ts';
import type { IncomingRequest, SipMessage } from '../jssip.ts';
import { userOf } from '../party.ts';

/** Calls whose other side is being replaced by somebody else, by an INVITE that is let in (RFC 3891). */
export class Replacements {
  /** Of an INVITE that was let in, the id of the call whose place it takes: of that message alone, for anybody can send its Call-ID again. */
  readonly #admitted = new WeakMap<SipMessage, string>();
  /** Id of the call that takes a place, to the id of the call whose place it is. */
  readonly #taking = new Map<string, string>();

  /** @returns whether the INVITE may take the place of the call's other side; else it has been refused. */
  mayReplace(call: Call, request: IncomingRequest): boolean {
    const status = refusalOfReplacing(call, request);
    if (status === 0) this.#admitted.set(request, call.id);
    else request.reply(status);
    return status === 0;
  }

  /** @returns the id of the call whose place an INVITE takes; null for one that takes nobody's. */
  replacedBy(invite: SipMessage): string | null {
    return this.#admitted.get(invite) ?? null;
  }

  /** The INVITE has become a call. */
  begin(callId: string, replaced: string): void {
    this.#taking.set(callId, replaced);
  }

  /** @returns how a call ends whose place was taken; null for any other. */
  onEnding({ id }: Call): Ending | null {
    this.#taking.delete(id);
    const takers = [...this.#taking].filter(([, replaced]) => replaced === id);
    for (const [taker] of takers) this.#taking.delete(taker);
    return takers.length === 0 ? null : { cause: 'transferred', by: 'remote', sipStatus: null };
  }
}

/**
 * Whether an INVITE with Replaces may take the place of the other side of a call (RFC 3891 section 3). Who knows a
 * dialog's Call-ID and both its tags was in it, or had them from who was. Beyond that: a Referred-By must name
 * the party that leaves (RFC 3892), and a call that was asked to be taken only while it rings is no longer ringing.
 * @returns 0 when it may, else the status of the refusal.
 */
function refusalOfReplacing(call: Call, request: IncomingRequest): number {
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
