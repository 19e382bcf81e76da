import type { AgentState } from '#shared/domain/agent-state.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';

interface AgentReporterOptions {
  readonly report: (state: AgentState) => Promise<void>;
  readonly logger: Logger;
}

/** Keeps central's picture of the operator right: reports go one at a time, in order, and only the newest waits. */
export class AgentReporter {
  readonly #options: AgentReporterOptions;
  #next: AgentState | null = null;
  #busy = false;

  constructor(options: AgentReporterOptions) {
    this.#options = options;
  }

  report(state: AgentState): void {
    this.#next = state;
    void this.#drain();
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let state = this.#next; state !== null; state = this.#next) {
      this.#next = null;
      try {
        await this.#options.report(state);
      } catch (thrown) {
        // A fresh token, or the next change, brings the state again.
        this.#options.logger.warn({ code: asBalieError(thrown).code }, 'central was not told what the operator is doing');
      }
    }
    this.#busy = false;
  }
}
