/** Longer than a connection takes to close (close-settled.ts). */
const afterMs = 4_000;

/** What `--expose-gc` gives to a page (electron/main/main.ts). */
declare const gc: (() => void) | undefined;

/**
 * Collects garbage some seconds after the last slot was closed. A closed connection is held by Chromium until its page's
 * garbage is collected, a megabyte outside the heap for each; and this page allocates so little that V8 hardly ever
 * does so by itself. The threads on which sound runs do not wait for it.
 */
export class CollectClosed {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A slot was closed. */
  closed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (typeof gc === 'function') gc();
    }, afterMs);
  }
}
