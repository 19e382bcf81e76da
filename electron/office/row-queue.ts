import type { SheetValue } from './sheet.ts';

interface Batch {
  readonly rows: readonly SheetValue[][];
  readonly taken: () => void;
}

/** Rows on their way into a file: whoever brings them waits until they are taken, so that one batch is held and no more. */
export class RowQueue implements AsyncIterable<SheetValue[]> {
  #waiting: Batch | null = null;
  #wake: (() => void) | null = null;
  #isEnded = false;

  /** @returns when the rows have been taken. One batch at a time. */
  push(rows: readonly SheetValue[][]): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = { rows, taken: resolve };
      this.#wake?.();
    });
  }

  /** There are no more. */
  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SheetValue[]> {
    for (;;) {
      const batch = this.#waiting;
      if (batch !== null) {
        this.#waiting = null;
        yield* batch.rows;
        batch.taken();
      } else if (this.#isEnded) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = null;
      }
    }
  }
}
