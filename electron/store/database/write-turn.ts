/**
 * SQLite has one writer at a time, and its own way of waiting for it is to sleep: a keystroke would sleep
 * for as long as a batch from central takes, and every read behind it as well. So the two threads of the
 * store share two words of memory: who writes now, and how many of the operator's writes wait. The thread
 * that applies batches looks at the second one between rows, and gives up the lock as soon as it is asked.
 */
const holder = 0;
const waiting = 1;
const free = 0;
const operator = 1;
const batches = 2;

/** Then SQLite's own busy timeout has the last word. */
const patienceMs = 5_000;

export function newTurnMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** What a connection needs: runs a transaction when it is this side's turn. */
export interface Turn {
  run<T>(work: () => T): T;
}

/** The side of the operator's writes: always the next in turn. */
export class OperatorTurn implements Turn {
  readonly memory = newTurnMemory();
  readonly #words = new Int32Array(this.memory);
  #queue: (() => void)[] = [];

  /** Writes now. A batch that is under way is asked to commit, and this thread waits for it: some milliseconds. */
  run<T>(work: () => T): T {
    Atomics.add(this.#words, waiting, 1);
    try {
      let taken = Atomics.compareExchange(this.#words, holder, free, operator);
      while (taken !== free && Atomics.wait(this.#words, holder, taken, patienceMs) !== 'timed-out') taken = Atomics.compareExchange(this.#words, holder, free, operator);
      try {
        return work();
      } finally {
        Atomics.compareExchange(this.#words, holder, operator, free);
      }
    } finally {
      this.#leave();
    }
  }

  /**
   * Writes when no batch is under way, and lets reads go on until then. Writes keep their order.
   * @returns what `work` returned.
   */
  async whenFree<T>(work: () => T): Promise<T> {
    Atomics.add(this.#words, waiting, 1);
    try {
      if (this.#queue.length > 0 || Atomics.load(this.#words, holder) === batches) await new Promise<void>((resolve) => void this.#queue.push(resolve));
      return work();
    } finally {
      this.#leave();
    }
  }

  /** The other thread says that it gave up the lock; it takes it again when nobody waits. */
  freed(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const resume of queue) resume();
  }

  /** The other thread is gone, whatever it was doing: SQLite has rolled it back. */
  abandoned(): void {
    Atomics.compareExchange(this.#words, holder, batches, free);
    this.freed();
  }

  #leave(): void {
    Atomics.sub(this.#words, waiting, 1);
    Atomics.notify(this.#words, waiting);
  }
}

/** The side of the batches. */
export class BatchTurn implements Turn {
  readonly #words: Int32Array;
  readonly #onFreed: () => void;

  /** @param onFreed told when the lock was given up while the operator waits for it. */
  constructor(memory: SharedArrayBuffer, onFreed: () => void) {
    this.#words = new Int32Array(memory);
    this.#onFreed = onFreed;
  }

  /** The operator waits to write: commit now. */
  get wanted(): boolean {
    return Atomics.load(this.#words, waiting) > 0;
  }

  run<T>(work: () => T): T {
    this.#take();
    try {
      return work();
    } finally {
      Atomics.store(this.#words, holder, free);
      Atomics.notify(this.#words, holder);
      if (this.wanted) this.#onFreed();
    }
  }

  #take(): void {
    for (;;) {
      for (let others = Atomics.load(this.#words, waiting); others > 0; others = Atomics.load(this.#words, waiting)) Atomics.wait(this.#words, waiting, others, patienceMs);
      if (Atomics.compareExchange(this.#words, holder, free, batches) === free) return;
    }
  }
}
