import type { Clock, Scheduled } from '#shared/domain/clock.ts';

const waitMs = 250;

interface DraftKeeperParts {
  /** Puts it in the local store; answers when it is on disk. */
  readonly write: (base: string | null, content: string) => Promise<{ readonly savedAt: string }>;
  readonly forget: () => Promise<unknown>;
  readonly clock: Clock;
  readonly onKept: (savedAt: string | null, failed: boolean) => void;
}

/** What is being written goes to the local store soon after each key, and what a page that goes away still holds goes at once. */
export class DraftKeeper {
  readonly #parts: DraftKeeperParts;
  #waiting: (() => Promise<string | null>) | null = null;
  #timer: Scheduled | null = null;
  /** One after the other: an older word must never come after a newer one. */
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: DraftKeeperParts) {
    this.#parts = parts;
  }

  /** @param base what it is made from, as central had it; null: of nothing. */
  keep(base: unknown, content: unknown): void {
    const [from, written] = [base === null ? null : JSON.stringify(base), JSON.stringify(content)];
    this.#waiting = async () => (await this.#parts.write(from, written)).savedAt;
    this.#timer ??= this.#parts.clock.schedule(waitMs, () => this.flush());
  }

  /** Central has it, or nobody wants it. */
  forget(): void {
    this.#waiting = async () => {
      await this.#parts.forget();
      return null;
    };
    this.flush();
  }

  flush(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const write = this.#waiting;
    this.#waiting = null;
    if (write === null) return;
    this.#turn = this.#turn.then(async () => {
      try {
        this.#parts.onKept(await write(), false);
      } catch {
        this.#parts.onKept(null, true);
        // What is newer goes first; without one this is tried again.
        this.#waiting ??= write;
        this.#timer ??= this.#parts.clock.schedule(waitMs * 8, () => this.flush());
      }
    });
  }
}
