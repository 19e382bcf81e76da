import { isLive } from '#shared/domain/call.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { SteadyClock } from './steady-clock.ts';

interface State {
  readonly snapshot: MainSnapshot;
  update(change: { readonly clockOffsetMs: number }): void;
  subscribe(listener: () => void): unknown;
}

const worthAWordMs = 1_000;

/** Lets the steady clock follow the system's whenever no call is being timed, and tells how far it is from it while one is. */
export class ClockKeeper {
  readonly #state: State;
  readonly #clock: SteadyClock;

  constructor(state: State, clock: SteadyClock) {
    this.#state = state;
    this.#clock = clock;
    state.subscribe(this.look);
  }

  /** The system's clock was set, or something else has changed. */
  readonly look = (): void => {
    const { snapshot } = this.#state;
    if (!snapshot.calls.some(isLive)) this.#clock.follow();
    const offset = this.#clock.offsetMs;
    const told = Math.abs(offset) < worthAWordMs ? 0 : offset;
    // A millisecond more or less, as each reading has it, is no news.
    if (Math.abs(told - (snapshot.clockOffsetMs ?? 0)) >= worthAWordMs) this.#state.update({ clockOffsetMs: told });
  };
}
