import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ScriptBase, WrittenScript } from './script-files.ts';

const waitMs = 250;

/** What is being written goes to the local store soon after each key, and what a page that goes away still holds goes at once. */
export class DraftKeeper {
  readonly #store: Client<StoreContract>;
  readonly #clock: Clock;
  readonly #scriptId: string;
  readonly #onKept: (savedAt: string | null, failed: boolean) => void;
  #waiting: (() => Promise<string | null>) | null = null;
  #timer: Scheduled | null = null;
  /** One after the other: an older word must never come after a newer one. */
  #turn: Promise<void> = Promise.resolve();

  constructor(scriptId: string, { store, clock, onKept }: { readonly store: Client<StoreContract>; readonly clock: Clock; readonly onKept: (savedAt: string | null, failed: boolean) => void }) {
    this.#scriptId = scriptId;
    this.#store = store;
    this.#clock = clock;
    this.#onKept = onKept;
  }

  keep(base: ScriptBase | null, script: WrittenScript): void {
    const input = { scriptId: this.#scriptId, base: base === null ? null : JSON.stringify(base), content: JSON.stringify(script) };
    this.#waiting = async () => (await this.#store.call('scriptDraft.write', input)).savedAt;
    this.#timer ??= this.#clock.schedule(waitMs, () => this.flush());
  }

  /** Central has it. */
  forget(): void {
    this.#waiting = async () => {
      await this.#store.call('scriptDraft.forget', { scriptId: this.#scriptId });
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
        this.#onKept(await write(), false);
      } catch {
        this.#onKept(null, true);
        // What is newer goes first; without one this is tried again.
        this.#waiting ??= write;
        this.#timer ??= this.#clock.schedule(waitMs * 8, () => this.flush());
      }
    });
  }
}
