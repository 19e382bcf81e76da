export interface WaitOptions {
  /** Milliseconds after which the wait fails. */
  readonly withinMs?: number;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/** @returns a promise that settles after `ms`; only for the pause between two looks, never as a wait for a fact. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Looks until a fact holds.
 *
 * @param what - The fact in words: it stands in the error. A function says how things are when the deadline passes.
 * @param look - Answers `undefined`, `null` or `false` while the fact does not hold; throwing counts as not yet.
 * @returns what `look` answered.
 * @throws Error when the deadline passes, with the last error of `look` as its cause.
 */
export async function until<T>(what: string | (() => string), look: () => T | Promise<T>, options: WaitOptions = {}): Promise<Exclude<T, undefined | null | false>> {
  const withinMs = options.withinMs ?? 10_000;
  const deadline = performance.now() + withinMs;
  let cause: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found as Exclude<T, undefined | null | false>;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain: ${typeof what === 'string' ? what : what()}`, { cause });
    await pause(options.everyMs ?? 20);
  }
}
