import type { ReadinessAdvice, ReadinessResult } from '#shared/domain/readiness.ts';

/** How a check came out, or how it stands. */
export type Outcome = Omit<ReadinessResult, 'check'>;

interface Measured {
  readonly value: number;
  readonly unit: NonNullable<ReadinessResult['unit']>;
}

const nothing = { value: null, unit: null } as const;

export function passed(measured: Measured | null = null): Outcome {
  return { state: 'passed', advice: null, ...(measured ?? nothing) };
}

export function warned(advice: ReadinessAdvice, measured: Measured | null = null): Outcome {
  return { state: 'warning', advice, ...(measured ?? nothing) };
}

export function failed(advice: ReadinessAdvice, measured: Measured | null = null): Outcome {
  return { state: 'failed', advice, ...(measured ?? nothing) };
}

/** There is nothing to check here. */
export const skipped: Outcome = { state: 'skipped', advice: null, ...nothing };
export const waiting: Outcome = { state: 'waiting', advice: null, ...nothing };
export const running: Outcome = { state: 'running', advice: null, ...nothing };
export const asking: Outcome = { state: 'asking', advice: null, ...nothing };
