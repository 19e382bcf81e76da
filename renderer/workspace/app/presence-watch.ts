import type { Client } from '#shared/ipc/client.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';

/** What main takes at once. */
const most = 200;

/**
 * The telephones whose state is on the screen. Each list on the screen adds its own numbers; main is told the whole, once per change
 * and not for each list apart.
 */
export class PresenceWatch {
  readonly #main: Client<MainContract>;
  readonly #lists = new Set<readonly string[]>();
  #told = '';
  #due = false;

  constructor(main: Client<MainContract>) {
    this.#main = main;
    main.onReset(() => {
      this.#told = '';
      this.#later();
    });
  }

  /** @returns a function that takes these numbers away again. */
  add(numbers: readonly string[]): () => void {
    const list = [...numbers];
    this.#lists.add(list);
    this.#later();
    return () => {
      this.#lists.delete(list);
      this.#later();
    };
  }

  /** A list that goes and one that comes in the same moment are one change. */
  #later(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#tell();
    });
  }

  #tell(): void {
    const numbers = [...new Set([...this.#lists].flat())].slice(0, most);
    const what = JSON.stringify([...numbers].sort());
    if (what === this.#told || (numbers.length === 0 && this.#told === '')) return;
    this.#told = what;
    // Refused or lost: the states stay unknown, which the list says; the next change asks again.
    this.#main.call('presence.watch', { numbers }).catch(() => {
      this.#told = '';
    });
  }
}
