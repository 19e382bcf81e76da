import type { OwnFiguresWish, QueueFiguresWish } from '#shared/domain/quality/wish.ts';

/** The spans of one's own figures. */
export const ownSpans = { week: { days: 7, bucket: 'day' }, month: { days: 28, bucket: 'day' }, quarter: { days: 91, bucket: 'week' } } as const;
export type OwnSpan = keyof typeof ownSpans;

export interface OwnChoice {
  readonly queue: OwnFiguresWish['queue'];
  readonly span: OwnSpan;
}

const queueDays = { today: 1, week: 7, month: 28 } as const;
export const queueSpans = ['today', 'week', 'month', 'own'] as const;
export type QueueSpan = (typeof queueSpans)[number];

/** Which days. */
export interface DayChoice {
  readonly span: QueueSpan;
  /** Calendar days, as a date field has them; what counts where the span is `own`. */
  readonly first: string;
  readonly last: string;
}

export interface QueueChoice extends DayChoice {
  readonly team: string | null;
}

/** As many days as are drawn one by one; of more, weeks are. */
const mostDays = 62;
const longestDays = 366;
const dayMs = 86_400_000;

/** IANA's name of where the workstation is. */
export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function ownWish({ queue, span }: OwnChoice): OwnFiguresWish {
  return { queue, ...ownSpans[span], timeZone: timeZoneHere() };
}

/** @returns the last four weeks, with their days ready to be changed. @param now milliseconds */
export function firstQueueChoice(now: number): QueueChoice {
  return { span: 'month', first: dayBefore(now, queueDays.month - 1), last: dayBefore(now, 0), team: null };
}

/** @returns what is asked of central; null where the chosen days are none, or more than a year. @param now milliseconds */
export function queueWish({ span, first, last, team }: QueueChoice, now: number): QueueFiguresWish | null {
  const [from, to] = span === 'own' ? [first, last] : [dayBefore(now, queueDays[span] - 1), dayBefore(now, 0)];
  if (!isDay(from) || !isDay(to)) return null;
  // Noon to noon: no change of the clock makes it a day more or less.
  const days = Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / dayMs) + 1;
  if (days < 1 || days > longestDays) return null;
  return { from: midnight(from, 0), until: midnight(to, 1), bucket: days > mostDays ? 'week' : 'day', timeZone: timeZoneHere(), team };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The instant at which a calendar day begins here, or the one so many days later. */
function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function dayBefore(now: number, days: number): string {
  const at = new Date(now);
  const day = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() - days));
  return day.toISOString().slice(0, 10);
}
