import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import { quietLine, type OperatorLine } from '#shared/domain/line-policy.ts';
import type { OwnAvailability } from '#shared/domain/presence.ts';
import { availabilityOf, openLine, type LineRules } from './line-rules.ts';
import { MissedCalls } from './missed-calls.ts';
import { dialString } from './party.ts';

/** How the operator wants new calls treated, and what they missed meanwhile. Outlives an account that is given anew. */
export class OperatorLineState {
  readonly #missed = new MissedCalls();
  /** Who has just signed in takes no calls yet, and says so. */
  #wanted: LineRules = { ...openLine, notReady: 'signed-in' };
  #shown: OperatorLine = quietLine;

  set(change: Partial<LineRules>): void {
    this.#wanted = { ...this.#wanted, ...change };
  }

  /** What is done now: nothing is sent where it cannot go, or where the centre does not allow it. */
  rules(provisioning: Provisioning | null): LineRules {
    const { forwardTo } = this.#wanted;
    const target = forwardTo === null || provisioning?.policy.canForward !== true ? null : dialString(forwardTo, provisioning.country);
    return target === forwardTo ? this.#wanted : { ...this.#wanted, forwardTo: target };
  }

  /** What colleagues are told. */
  get availability(): OwnAvailability {
    return availabilityOf(this.#wanted);
  }

  /** Follows the call table. */
  observe(calls: readonly Call[], provisioning: Provisioning | null): void {
    if (provisioning !== null) this.#missed.observe(calls, provisioning.country);
  }

  /** What is missed and not called back; the number to dial. */
  get missed(): OperatorLine['missed'] {
    return this.#missed.last;
  }

  calledBack(): void {
    this.#missed.clear();
  }

  /** @returns the same object while nothing has changed. */
  shown(provisioning: Provisioning | null): OperatorLine {
    const { doNotDisturb, forwardTo } = this.rules(provisioning);
    const next: OperatorLine = { doNotDisturb, forwardTo, missed: this.#missed.last };
    const isSame = doNotDisturb === this.#shown.doNotDisturb && forwardTo === this.#shown.forwardTo && next.missed === this.#shown.missed;
    return isSame ? this.#shown : (this.#shown = next);
  }
}
