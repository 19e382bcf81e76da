import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { extension } from './recording-format.ts';
import { readAbout } from './recording-reader.ts';

const dayMs = 86_400_000;
/** A device that is never switched off keeps its recordings no longer than others. */
const everyMs = 6 * 60 * 60_000;

interface RetentionOptions {
  readonly folder: string;
  readonly deviceKey: () => Buffer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The file of this call's recording is gone. */
  readonly onDeleted: (callId: string) => void;
  /** Which of these calls were with somebody who was erased. Rejects while nobody can tell. */
  readonly erased: (callIds: string[]) => Promise<readonly string[]>;
}

/** Deletes recordings whose time is over, and those of people who were erased. Their age is in their name, a UUIDv7: copying a file or setting the clock of the disk does not change it. */
export class Retention {
  readonly #options: RetentionOptions;
  #days: number | null = null;
  #timer: Scheduled | null = null;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Provisioning has said how long they are kept: looks at once, and now and then. */
  keep(days: number): void {
    if (days === this.#days) return;
    this.#days = days;
    void this.#round();
  }

  /** Somebody was erased: does not wait for the next round. */
  look(): void {
    if (this.#days !== null) void this.#round();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#days = null;
  }

  async #round(): Promise<void> {
    this.#timer?.cancel();
    const { clock, logger } = this.#options;
    await this.#sweep().catch((error: unknown) => logger.error({ err: error }, 'recordings could not be deleted'));
    if (this.#days !== null) this.#timer = clock.schedule(everyMs, () => void this.#round());
  }

  async #sweep(): Promise<void> {
    const { folder, clock, logger } = this.#options;
    const oldest = clock.now() - (this.#days ?? Infinity) * dayMs;
    const kept = new Map<string, string>();
    for (const name of await namesIn(folder)) {
      const madeAt = timeOf(path.basename(name, extension));
      // Which call it was is read from the file before it goes; one that cannot be read goes all the same.
      const callId = await this.#callOf(path.join(folder, name));
      if (madeAt !== null && madeAt < oldest) {
        await this.#delete(name, callId);
        logger.info({ file: name }, 'a recording was deleted at the end of its retention');
      } else if (callId !== null) kept.set(callId, name);
    }
    await this.#forgetErased(kept);
  }

  /** @param kept names of files by their call. */
  async #forgetErased(kept: ReadonlyMap<string, string>): Promise<void> {
    if (kept.size === 0) return;
    const erased = await this.#options.erased([...kept.keys()]).catch((error: unknown) => {
      this.#options.logger.info({ code: asBalieError(error).code }, 'which recordings are of somebody who was erased is asked again later');
      return [];
    });
    for (const callId of erased) {
      const name = kept.get(callId);
      if (name === undefined) continue;
      await this.#delete(name, callId);
      this.#options.logger.info({ file: name }, 'a recording of somebody who was erased was deleted');
    }
  }

  async #delete(name: string, callId: string | null): Promise<void> {
    await rm(path.join(this.#options.folder, name), { force: true });
    if (callId !== null) this.#options.onDeleted(callId);
  }

  async #callOf(file: string): Promise<string | null> {
    try {
      return (await readAbout(file, this.#options.deviceKey())).callId;
    } catch {
      return null;
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(extension));
  } catch {
    // Nothing was ever recorded here.
    return [];
  }
}

/** RFC 9562 section 5.7: the first 48 bits of a UUIDv7 are milliseconds since the epoch. */
function timeOf(id: string): number | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null;
}
