import type { Call, EndCause } from '#shared/domain/call.ts';
import type { OperatorLine } from '#shared/domain/line-policy.ts';
import { dialString } from './party.ts';

/** Ends after which the caller has not been helped by anybody that this telephone knows of. */
const missedCauses: readonly EndCause[] = ['cancelled', 'no-answer', 'unavailable', 'busy', 'connection-lost', 'media-failed'];

/** Remembers the last call that was missed, until it is called back or the same caller is spoken to. */
export class MissedCalls {
  readonly #seen = new Set<string>();
  #last: OperatorLine['missed'] = null;

  get last(): OperatorLine['missed'] {
    return this.#last;
  }

  /** Follows the call table. @param country how a national number is read. */
  observe(calls: readonly Call[], country: string): void {
    for (const call of calls) {
      if (this.#last !== null && call.state === 'connected' && sameNumber(call, this.#last.raw)) this.#last = null;
      if (call.state !== 'ended' || this.#seen.has(call.id)) continue;
      this.#seen.add(call.id);
      if (isMissed(call) && dialString(call.party.raw, country) !== null) this.#last = { raw: call.party.number ?? call.party.raw, at: call.endedAt };
    }
    for (const id of this.#seen) if (!calls.some((call) => call.id === id)) this.#seen.delete(id);
  }

  clear(): void {
    this.#last = null;
  }
}

function isMissed(call: Call & { readonly state: 'ended' }): boolean {
  return call.direction === 'inbound' && call.answeredAt === null && missedCauses.includes(call.cause) && !/^(anonymous|unknown|restricted|unavailable)$/i.test(call.party.raw);
}

function sameNumber({ party }: Call, raw: string): boolean {
  return party.raw === raw || party.number === raw;
}
