import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { loggable } from '../errors.ts';
import { Rounds } from '../operations/rounds.ts';
import type { ScriptVersions } from './script-versions.ts';

const everyMs = 10_000;

interface ScriptKeeperParts {
  readonly scriptVersions: ScriptVersions;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Makes versions of scripts live when their moment has come; also what came due while nothing ran. Several processes may do it. */
export class ScriptKeeper {
  readonly #with: ScriptKeeperParts;
  readonly #rounds: Rounds;

  constructor(parts: ScriptKeeperParts) {
    this.#with = parts;
    this.#rounds = new Rounds(parts.clock, everyMs, () => this.#look(), this.#look());
  }

  /** Nothing is written any more when this returns. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
  }

  async #look(): Promise<void> {
    const { scriptVersions, logger } = this.#with;
    try {
      const count = await scriptVersions.goLiveWhatIsDue();
      if (count > 0) logger.info({ count }, 'versions of scripts went live');
    } catch (error) {
      logger.warn({ err: loggable(error) }, 'versions of scripts could not be made live; tried again');
    }
  }
}
