import { z } from 'zod';
import { addDays, belgianHolidays, instantAt, isoWeekday, localTime, type Day } from '../ordering/calendar.ts';

const clockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** When a department works. Belgian public holidays are never worked; `closedDays` are its own. */
export const businessHoursSchema = z.strictObject({
  /** IANA, e.g. `Europe/Brussels`. */
  timeZone: z.string().min(1).max(64).refine(isTimeZone, 'not a time zone'),
  /** One window on each day of the week (1 is Monday) that it works. */
  windows: z
    .array(z.strictObject({ day: z.number().int().min(1).max(7), from: clockTimeSchema, until: clockTimeSchema }).refine(({ from, until }) => from < until, 'a window begins before it ends'))
    .min(1)
    .max(7)
    .refine((windows) => new Set(windows.map(({ day }) => day)).size === windows.length, 'a day has one window'),
  closedDays: z.array(z.iso.date()).max(200),
});
export type BusinessHours = z.infer<typeof businessHoursSchema>;

/** How long something may take: hours during which the department is open, or working days. */
export const dueRuleSchema = z.strictObject({ amount: z.number().int().min(0).max(400), unit: z.enum(['hours', 'days']) });
export type DueRule = z.infer<typeof dueRuleSchema>;

/** Where the centre has set no procedure. */
export const usualHours: BusinessHours = {
  timeZone: 'Europe/Brussels',
  windows: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', until: '17:00' })),
  closedDays: [],
};

const hourMs = 3_600_000;
/** Three years without so many open hours are a mistake in the rules, not a deadline. */
const furthest = 1_096;

/** A stretch during which the department is open, in milliseconds. */
interface OpenTime {
  readonly start: number;
  readonly end: number;
}

/** @returns when the department is open on a day; null where it is not. */
export function openOn(day: Day, { timeZone, windows, closedDays }: BusinessHours): OpenTime | null {
  const window = windows.find((candidate) => candidate.day === isoWeekday(day));
  if (window === undefined || closedDays.includes(day) || belgianHolidays(Number(day.slice(0, 4))).has(day)) return null;
  const open = { start: instantAt(day, window.from, timeZone), end: instantAt(day, window.until, timeZone) };
  return open.start < open.end ? open : null;
}

/** Every stretch that is not over at `from`, the first one first. */
function* openTimes(from: number, hours: BusinessHours): Generator<OpenTime> {
  const today = localTime(new Date(from).toISOString(), hours.timeZone).day;
  for (let ahead = 0; ahead <= furthest; ahead += 1) {
    const open = openOn(addDays(today, ahead), hours);
    if (open !== null && open.end > from) yield open;
  }
}

/**
 * By when something has to be done that comes in at `from`.
 *
 * Hours are counted while the department is open. Days are working days after the one on which it came in (after closing time:
 * the next one), until closing time; 0 days is the end of that day itself.
 *
 * @param from UTC instant.
 * @returns UTC instant, never before `from`.
 */
export function dueBy({ amount, unit }: DueRule, from: string, hours: BusinessHours): string {
  const begin = Date.parse(from);
  let left = unit === 'hours' ? amount * hourMs : amount;
  for (const { start, end } of openTimes(begin, hours)) {
    if (unit === 'days') {
      if (left === 0) return iso(end);
      left -= 1;
    } else {
      const since = Math.max(start, begin);
      if (left <= end - since) return iso(since + left);
      left -= end - since;
    }
  }
  return iso(begin + amount * (unit === 'hours' ? hourMs : 24 * hourMs));
}

/** @returns the end of the first working day after the day of `from`: by when something is done where nothing else is agreed. */
export function endOfNextDay(from: string, hours: BusinessHours = usualHours): string {
  const tomorrow = instantAt(addDays(localTime(from, hours.timeZone).day, 1), '00:00', hours.timeZone);
  return dueBy({ amount: 0, unit: 'days' }, iso(tomorrow), hours);
}

const iso = (ms: number): string => new Date(ms).toISOString();
