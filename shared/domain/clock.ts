/** Handle of a pending {@link Clock.schedule}; cancelling twice, or after it ran, does nothing. */
export interface Scheduled {
  cancel(): void;
}

/** Time as the rooms see it. Injected, so that tests move it instead of sleeping. */
export interface Clock {
  /** Milliseconds since the Unix epoch; may jump when the system's clock is set. */
  now(): number;
  /** Milliseconds that only ever grow; for durations and deadlines. */
  monotonic(): number;
  /** Runs `task` once after `delayMs`, at the latest after some twenty-four days. */
  schedule(delayMs: number, task: () => void): Scheduled;
}

/** A timer of more milliseconds than this would run at once. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(delayMs, longestTimer));
    return { cancel: () => clearTimeout(timer) };
  },
};

/** UTC, ISO 8601 with milliseconds: the form in which every instant is stored and sent. */
export function isoNow(clock: Clock = systemClock): string {
  return new Date(clock.now()).toISOString();
}
