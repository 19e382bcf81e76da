import type { Result } from './figures.ts';
import { median, p95 } from './statistics.ts';

/** A figure with a limit of its own, beside what is known to be possible on such a machine. */
export interface LimitedFigure {
  readonly name: string;
  readonly unit: string;
  readonly limit: { readonly of: 'median' | 'p95' | 'worst'; readonly bracket: string | null } & ({ readonly most: number } | { readonly least: number });
}

const measures = { median, p95, worst: (values: readonly number[]) => Math.max(...values) };

/** Holds samples against the figure's limit. Without samples it does not hold. */
export function judgeBy({ name, unit, limit }: LimitedFigure, values: readonly number[]): Result {
  const judged = values.length === 0 ? Number.NaN : measures[limit.of](values);
  const known = limit.bracket === null ? '' : ` [${limit.bracket}]`;
  const what = limit.of === 'median' ? '' : `${limit.of} `;
  const ok = 'most' in limit ? judged <= limit.most : judged >= limit.least;
  return {
    name,
    unit,
    value: round(limit.of === 'worst' ? judged : median(values)),
    p95: round(p95(values)),
    n: values.length,
    peer: null,
    peerP95: null,
    ratio: null,
    limit: `${what}${'most' in limit ? `<= ${limit.most}` : `>= ${limit.least}`} ${unit}${known}`,
    ok,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
