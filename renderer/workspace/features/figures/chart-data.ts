import type { FigureName } from '#shared/domain/quality/figures.ts';
import type { Bucket, PeriodFigures } from '#shared/domain/quality/periods.ts';

/** A figure over time: one value for each day or week, null where nothing was counted. */
export interface Course {
  /** Calendar days; of a week its Monday. */
  readonly days: readonly string[];
  readonly values: readonly (number | null)[];
}

const dayMs = 86_400_000;

/** @returns a figure by day or week without holes between the first and the last: a day off is a gap, not a shorter way. */
export function courseOf(periods: readonly PeriodFigures[], name: FigureName, bucket: Bucket): Course {
  const first = periods[0]?.day;
  const last = periods.at(-1)?.day;
  if (first === undefined || last === undefined) return { days: [], values: [] };
  const known = new Map(periods.map(({ day, figures }) => [day, figures[name].value]));
  const days: string[] = [];
  for (let at = noonOf(first); at <= noonOf(last); at += (bucket === 'week' ? 7 : 1) * dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return { days, values: days.map((day) => known.get(day) ?? null) };
}

/** @returns milliseconds since 1970 at noon: no change of the clock moves it to another day. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
