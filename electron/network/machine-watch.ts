import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { currentAddresses } from './addresses.ts';
import { NetworkWatch, type NetworkChange } from './network-watch.ts';

/** What is said of the machine, to whom it concerns. */
export interface MachineListener {
  onNetwork(change: NetworkChange): void;
  onSuspend(): void;
  /** The machine slept, or the process stood still: what was true before is not believed. */
  onResume(): void;
}

/** Electron's `powerMonitor`, as far as it is needed. */
interface PowerMonitor {
  on(event: 'suspend' | 'resume', listener: () => void): unknown;
}

interface MachineWatchOptions {
  readonly clock: Clock;
  readonly power: PowerMonitor;
  readonly logger: Logger;
  readonly listener: MachineListener;
  /** The wall clock was set. */
  readonly onClock?: () => void;
  /** Beside the listener: what else is to be asked anew after a sleep. */
  readonly onAwake?: () => void;
}

/** A sleep that was announced and did not come, or whose end nobody told, is over after this long awake. */
const sleepMs = 10_000;
/** Hours forwards at once are a sleep of which the system said nothing (where the monotonic clock stands still meanwhile). */
const sleptMs = 20_000;

/** Brings together what the system says of sleep and network, and what it does not say. */
export class MachineWatch {
  readonly #options: MachineWatchOptions;
  readonly #network: NetworkWatch;
  #asleep: Scheduled | null = null;

  constructor(options: MachineWatchOptions) {
    this.#options = options;
    const { clock, logger, listener } = options;
    this.#network = new NetworkWatch({
      clock,
      addresses: currentAddresses,
      onChange: (change) => {
        logger.info({ gone: change.gone.length, come: change.come.length, now: change.now.list.length }, 'the network has changed');
        listener.onNetwork(change);
      },
      onStoodStill: (ms) => this.#onResume(`stood still for ${ms} ms`),
      onClockJump: (ms) => {
        logger.warn({ ms }, 'the clock has jumped');
        this.#options.onClock?.();
        if (ms >= sleptMs) this.#onResume('the clock went on without us');
      },
    });
    options.power.on('suspend', () => this.#onSuspend());
    options.power.on('resume', () => this.#onResume('resume'));
  }

  start(): void {
    this.#network.start();
  }

  stop(): void {
    this.#network.stop();
    this.#asleep?.cancel();
    this.#asleep = null;
  }

  #onSuspend(): void {
    const { clock, logger, listener } = this.#options;
    logger.info({}, 'the machine goes to sleep');
    this.#asleep?.cancel();
    this.#asleep = clock.schedule(sleepMs, () => this.#onResume('no sleep came'));
    listener.onSuspend();
  }

  #onResume(why: string): void {
    this.#asleep?.cancel();
    this.#asleep = null;
    this.#options.logger.info({ why }, 'the machine is awake');
    this.#options.listener.onResume();
    this.#options.onAwake?.();
  }
}
