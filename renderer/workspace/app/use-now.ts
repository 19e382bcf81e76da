import { useSyncExternalStore } from 'react';

const tickMs = 250;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** Whole seconds: a component that shows time renders once a second, all of them in the same tick. */
function currentSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}

/** @returns the time in milliseconds, rounded down to the second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentSecond);
}
