import type { Context } from '../context.ts';
import { loggable } from '../errors.ts';
import { Rounds } from '../operations/rounds.ts';
import { centre } from '../sync/change-log.ts';
import { overdueHolds } from './rows.ts';
import { expireHolds } from './stock-moves.ts';

const everyMs = 15_000;

/**
 * Gives back stock whose hold is over, so that every screen sees it. No decision waits for this: each of them ends what is over first.
 * Several processes may do it; the log lets one of them write.
 */
export class HoldKeeper {
  readonly #context: Pick<Context, 'database' | 'clock' | 'log' | 'logger'>;
  readonly #rounds: Rounds;

  constructor(context: Pick<Context, 'database' | 'clock' | 'log' | 'logger'>) {
    this.#context = context;
    this.#rounds = new Rounds(context.clock, everyMs, () => this.#look());
  }

  /** Nothing is written any more when this returns. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
  }

  async #look(): Promise<void> {
    const { database, clock, log, logger } = this.#context;
    try {
      // Looked at first without a turn to write: mostly there is nothing.
      const overdue = await overdueHolds(database.db, new Date(clock.now()).toISOString(), 1);
      if (overdue.length > 0) await log.write(centre, async (writer) => await expireHolds(writer));
    } catch (error) {
      logger.warn({ err: loggable(error) }, 'holds of stock could not be ended; tried again');
    }
  }
}
