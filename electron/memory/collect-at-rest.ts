import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '#shared/domain/clock.ts';

/** Of a process, as {@link CollectAtRest} sees it. */
export interface ProcessMemory {
  /** Milliseconds of processor time that all its threads have used so far. */
  cpuMs(): number;
  /** Bytes that V8 holds for this thread: used or not, and what lies outside its heap. */
  heldBytes(): number;
  /** Gives back what is not used. Takes some ten milliseconds for each ten megabytes in use. */
  collect(): void;
}

/** Seldom enough to cost nothing, often enough to be done before somebody looks. */
const lookMs = 3_000;
/** Of a core: what a conversation takes in which nobody touches anything, and more than a rest. */
const restShare = 0.05;
/** For less a collection is not worth its time. */
const worthBytes = 4e6;

/**
 * Collects garbage when a process has next to nothing to do. V8 lets garbage lie, and keeps its nursery as large as the busiest moment
 * made it, until more is allocated; a page's is told when it is idle, main's and the store's never are. After a call
 * each holds some ten megabytes that nobody uses (docs/decisions/0052).
 */
export class CollectAtRest {
  readonly #clock: Clock;
  readonly #memory: ProcessMemory;
  #heldAfter = 0;
  #cpuMs: number;
  #at: number;

  constructor(clock: Clock, memory: ProcessMemory) {
    this.#clock = clock;
    this.#memory = memory;
    this.#cpuMs = memory.cpuMs();
    this.#at = clock.monotonic();
    this.#schedule();
  }

  #schedule(): void {
    this.#clock.schedule(lookMs, () => {
      this.#look();
      this.#schedule();
    });
  }

  #look(): void {
    const [cpuMs, at] = [this.#memory.cpuMs(), this.#clock.monotonic()];
    const share = (cpuMs - this.#cpuMs) / (at - this.#at);
    this.#cpuMs = cpuMs;
    this.#at = at;
    if (share > restShare || this.#memory.heldBytes() < this.#heldAfter + worthBytes) return;
    this.#memory.collect();
    this.#heldAfter = this.#memory.heldBytes();
    // Its own work is none of the process.
    this.#cpuMs = this.#memory.cpuMs();
    this.#at = this.#clock.monotonic();
  }
}

/** @returns the memory of this thread and the processor time of its process. Code that was compiled is kept: the next call needs it at once. */
export function thisProcess(): ProcessMemory {
  setFlagsFromString('--no-flush-bytecode');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;
  return {
    cpuMs: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    heldBytes: () => {
      const { total_heap_size: heap, external_memory: outside } = getHeapStatistics();
      return heap + outside;
    },
    // An ordinary collection leaves the nursery as large as it was.
    collect: () => gc({ type: 'major', flavor: 'last-resort' }),
  };
}
