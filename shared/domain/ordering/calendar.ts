/** A calendar day, `2026-11-26`. Days compare as text. */
export type Day = string;

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** @returns the day and the minute (`16:00`) that clocks in the zone show at an instant. */
export function localTime(instant: string, timeZone: string): { readonly day: Day; readonly minute: string } {
  const parts = Object.fromEntries(formatOf(timeZone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, minute: `${parts['hour']}:${parts['minute']}` };
}

/** How far the zone's clocks are ahead of UTC at a whole minute, in milliseconds. */
function offsetAt(ms: number, timeZone: string): number {
  const { day, minute } = localTime(new Date(ms).toISOString(), timeZone);
  return Date.parse(`${day}T${minute}:00Z`) - ms;
}

/**
 * @param minute `16:00` as clocks in the zone show it. What they show twice, when clocks go back, is the first; what they
 *   pass over, when clocks go forward, is as much later as they pass over.
 * @returns the instant, in milliseconds.
 */
export function instantAt(day: Day, minute: string, timeZone: string): number {
  const wall = Date.parse(`${day}T${minute}:00Z`);
  const before = wall - offsetAt(wall - dayMs, timeZone);
  const after = wall - offsetAt(wall + dayMs, timeZone);
  const shown = [before, after].filter((ms) => ms + offsetAt(ms, timeZone) === wall);
  return shown.length === 0 ? before : Math.min(...shown);
}

const atNoon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

export function addDays(day: Day, days: number): Day {
  return new Date(atNoon(day) + days * dayMs).toISOString().slice(0, 10);
}

/** @returns how many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((atNoon(to) - atNoon(from)) / dayMs);
}

/** @returns 1 (Monday) to 7 (Sunday). */
export function isoWeekday(day: Day): number {
  return new Date(atNoon(day)).getUTCDay() || 7;
}

/** The anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const movable = [1, 39, 50];
const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];
const holidays = new Map<number, ReadonlySet<Day>>();

/** The ten public holidays of Belgium (Royal Decree of 18 April 1974, article 1). A day taken in place of one on a Sunday is the employer's choice: `closedDays`. */
export function belgianHolidays(year: number): ReadonlySet<Day> {
  const known = holidays.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const made = new Set([...fixed.map((day) => `${year}-${day}`), ...movable.map((days) => addDays(easter, days))]);
  holidays.set(year, made);
  return made;
}
