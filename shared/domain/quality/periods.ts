import { z } from 'zod';
import type { QualityTargets } from './agreement.ts';
import { figuresOf, figuresSchema, type JudgedConversation } from './figures.ts';

export const bucketSchema = z.enum(['day', 'week']);
export type Bucket = z.infer<typeof bucketSchema>;

/** The figures of a day, or of a week by its Monday. */
export const periodFiguresSchema = z.strictObject({ day: z.iso.date(), figures: figuresSchema });
export type PeriodFigures = z.infer<typeof periodFiguresSchema>;

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @returns the calendar day (`2026-11-29`) of an instant where somebody works. @param timeZone IANA's name */
export function dayOf(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** @returns the Monday of the week of a calendar day. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - weekday * dayMs).toISOString().slice(0, 10);
}

interface Periods {
  readonly bucket: Bucket;
  readonly timeZone: string;
  readonly targets: QualityTargets | null;
  /** What is told of the conversations of one period together; as they are where it is left out. */
  readonly told?: (together: readonly JudgedConversation[]) => readonly JudgedConversation[];
}

/** @returns the figures by day or week, oldest first; those without a conversation are not there. */
export function figuresByPeriod(conversations: readonly JudgedConversation[], { bucket, timeZone, targets, told = (together) => together }: Periods): PeriodFigures[] {
  const byDay = new Map<string, JudgedConversation[]>();
  for (const conversation of conversations) {
    const day = dayOf(conversation.quality.startedAt, timeZone);
    const key = bucket === 'week' ? mondayOf(day) : day;
    const known = byDay.get(key);
    if (known === undefined) byDay.set(key, [conversation]);
    else known.push(conversation);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, found]) => ({ day, figures: figuresOf(told(found), targets) }));
}
