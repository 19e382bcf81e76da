import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { extension } from './recording-format.ts';
import { readRecording } from './recording-reader.ts';

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
}

/** Deletes recordings whose time is over. Their age is in their name, a UUIDv7: copying a file or setting the clock of the disk does not change it. */
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
    for (const name of await namesIn(folder)) {
      const madeAt = timeOf(path.basename(name, extension));
      if (madeAt === null || madeAt >= oldest) continue;
      await this.#delete(path.join(folder, name));
      logger.info({ file: name }, 'a recording was deleted at the end of its retention');
    }
  }

  /** The call is read from the file before it goes; one that cannot be read goes all the same. */
  async #delete(file: string): Promise<void> {
    const callId = await this.#callOf(file);
    await rm(file, { force: true });
    if (callId !== null) this.#options.onDeleted(callId);
  }

  async #callOf(file: string): Promise<string | null> {
    try {
      return (await readRecording(file, this.#options.deviceKey())).about.callId;
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
