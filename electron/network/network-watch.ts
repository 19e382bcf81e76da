import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Addresses } from './addresses.ts';

export interface NetworkChange {
  /** `interface address`. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly now: Addresses;
}

interface NetworkWatchOptions {
  readonly clock: Clock;
  readonly addresses: () => Addresses;
  readonly onChange: (change: NetworkChange) => void;
  /** This process stood still for so many milliseconds: the machine slept, or was frozen. */
  readonly onStoodStill: (ms: number) => void;
  /** The wall clock was set, or went on while the machine slept: milliseconds that it jumped, forwards positive. */
  readonly onClockJump: (ms: number) => void;
}

/** Chromium and libuv tell of changes late or not at all; looking is cheap, and a call waits for it. */
const tickMs = 300;
/** A busy machine is late, not asleep. */
const asleepMs = 5_000;
const jumpMs = 2_000;

/** Notices that the machine's network, its clock or the machine itself was not what it was a moment ago. */
export class NetworkWatch {
  readonly #options: NetworkWatchOptions;
  #addresses: Addresses;
  #timer: Scheduled | null = null;
  #monotonic: number;
  #wall: number;

  constructor(options: NetworkWatchOptions) {
    this.#options = options;
    this.#addresses = options.addresses();
    this.#monotonic = options.clock.monotonic();
    this.#wall = options.clock.now();
  }

  start(): void {
    if (this.#timer !== null) return;
    this.#schedule();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #schedule(): void {
    this.#timer = this.#options.clock.schedule(tickMs, () => {
      this.#schedule();
      this.#lookAtTime();
      this.#lookAtAddresses();
    });
  }

  #lookAtTime(): void {
    const { clock, onStoodStill, onClockJump } = this.#options;
    const elapsed = clock.monotonic() - this.#monotonic;
    const jumped = clock.now() - this.#wall - elapsed;
    this.#monotonic += elapsed;
    this.#wall += elapsed + jumped;
    if (Math.abs(jumped) >= jumpMs) onClockJump(Math.round(jumped));
    if (elapsed - tickMs >= asleepMs) onStoodStill(Math.round(elapsed));
  }

  #lookAtAddresses(): void {
    const before = this.#addresses;
    const now = this.#options.addresses();
    const gone = before.list.filter((one) => !now.list.includes(one));
    const come = now.list.filter((one) => !before.list.includes(one));
    if (gone.length === 0 && come.length === 0) return;
    this.#addresses = now;
    this.#options.onChange({ gone, come, now });
  }
}
