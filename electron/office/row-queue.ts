import type { SheetValue } from './sheet.ts';

interface Batch {
  readonly rows: readonly SheetValue[][];
  readonly taken: () => void;
  readonly refused: (error: Error) => void;
}

/** Rows on their way into a file: whoever brings them waits until they are taken, so that one batch is held and no more. */
export class RowQueue implements AsyncIterable<SheetValue[]> {
  #waiting: Batch | null = null;
  /** Waits, or is being taken. */
  #current: Batch | null = null;
  #wake: (() => void) | null = null;
  #isEnded = false;
  #failure: Error | null = null;

  /** @returns when the rows have been taken. One batch at a time. @throws what {@link fail} was told. */
  push(rows: readonly SheetValue[][]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      this.#current = this.#waiting = { rows, taken: resolve, refused: reject };
      this.#wake?.();
    });
  }

  /** Nobody takes rows any more. Told once to whoever waits: a race with the end of the file at each batch would leave something behind at each. */
  fail(error: Error): void {
    this.#failure = error;
    this.#current?.refused(error);
    this.#current = this.#waiting = null;
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
        this.#current = null;
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
