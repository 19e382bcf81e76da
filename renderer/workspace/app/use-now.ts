import { useSyncExternalStore } from 'react';

const secondMs = 1000;
const listeners = new Set<() => void>();
/** See `clockOffsetMs` of the snapshot. */
let offsetMs = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

function now(): number {
  return Date.now() + offsetMs;
}

/** Main's times are by another clock than the system's, so much ahead of it. */
export function followClock(aheadMs: number): void {
  offsetMs = aheadMs;
}

/** Wakes on the second, not in between: an idle page does nothing else. */
function wait(): void {
  const own = setTimeout(
    () => {
      for (const tell of listeners) tell();
      // Who was told may have left, and another may have come and waits already.
      if (timer === own) wait();
    },
    secondMs - (now() % secondMs),
  );
  timer = own;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) wait();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
  };
}

/**
 * @param stepMs how fine, at least a second; a component renders once per step, all of them in the same tick.
 * @returns the time in milliseconds, rounded down to the step.
 */
export function useNow(stepMs = secondMs): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now() / stepMs) * stepMs);
}
