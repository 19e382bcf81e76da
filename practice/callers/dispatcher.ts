import type { AgentState } from '#shared/domain/agent-state.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CallOutcome } from './caller.ts';
import type { Persona } from './personas.ts';

/** A call as the dispatcher sees it. */
export interface RunningCall {
  call(): Promise<CallOutcome>;
  hangUp(): void;
}

export interface DispatcherOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Who calls, in turn; at least one. */
  readonly personas: readonly Persona[];
  readonly isRegistered: () => boolean;
  readonly newCall: (persona: Persona) => RunningCall;
}

/** After "available" a call comes within these; the shortest leaves time to look around, the longest is well under ten seconds. */
const soonMs = { least: 3_000, most: 5_000 };
/** A caller whom nobody answered tries again after these. */
const laterMs = { least: 12_000, most: 20_000 };

/** Sends one caller at a time to an operator who is available. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  #state: AgentState | null = null;
  #pending: Scheduled | null = null;
  #running: RunningCall | null = null;
  #turn = 0;
  #closed = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** @param state what the operator's workstation reported; null once they signed out. */
  onAgentState(state: AgentState | null): void {
    this.#state = state;
    this.#reconsider(soonMs);
  }

  /** The operator's telephone came or went. */
  onRegistration(): void {
    this.#reconsider(soonMs);
  }

  /** No further calls; the one that is up ends. */
  close(): void {
    this.#closed = true;
    this.#pending?.cancel();
    this.#running?.hangUp();
  }

  get #wanted(): boolean {
    return !this.#closed && this.#running === null && this.#state?.state === 'available' && this.#options.isRegistered();
  }

  #reconsider(within: { readonly least: number; readonly most: number }): void {
    if (!this.#wanted) {
      this.#pending?.cancel();
      this.#pending = null;
      return;
    }
    if (this.#pending !== null) return;
    const { clock, random } = this.#options;
    const delayMs = within.least + random() * (within.most - within.least);
    this.#pending = clock.schedule(delayMs, () => {
      this.#pending = null;
      if (this.#wanted) void this.#place();
    });
  }

  async #place(): Promise<void> {
    const { personas, newCall, logger } = this.#options;
    const persona = personas[this.#turn % personas.length];
    if (persona === undefined) return;
    const call = newCall(persona);
    this.#running = call;
    let outcome: CallOutcome = 'refused';
    try {
      outcome = await call.call();
      logger.info({ persona: persona.key, outcome }, 'a practice call is over');
    } catch (error) {
      logger.error({ err: error, persona: persona.key }, 'a practice call failed');
    }
    this.#running = null;
    // Who was not answered calls again: the same person, later.
    if (outcome === 'talked') this.#turn += 1;
    this.#reconsider(outcome === 'talked' ? soonMs : laterMs);
  }
}
