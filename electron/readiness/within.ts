import type { Clock } from '#shared/domain/clock.ts';

/** What came of a question that may be refused, or never answered. */
export interface Answer<T> {
  readonly value: T | null;
  /** False: it was refused, or the deadline passed. */
  readonly isAnswered: boolean;
}

export function within<T>(question: Promise<T>, ms: number, clock: Clock): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const timer = clock.schedule(ms, () => resolve({ value: null, isAnswered: false }));
    question.then(
      (value) => {
        timer.cancel();
        resolve({ value, isAnswered: true });
      },
      () => {
        timer.cancel();
        resolve({ value: null, isAnswered: false });
      },
    );
  });
}
