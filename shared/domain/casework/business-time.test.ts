import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, belgianHolidays, instantAt, isoWeekday, localTime } from '../ordering/calendar.ts';
import { businessHoursSchema, dueBy, endOfNextDay, openOn, usualHours, type BusinessHours, type DueRule } from './business-time.ts';

const hourMs = 3_600_000;
const hours = (amount: number): DueRule => ({ amount, unit: 'hours' });
const days = (amount: number): DueRule => ({ amount, unit: 'days' });

describe('clocks that change', () => {
  it.each([
    // Clocks go forward on 29 March 2026: 02:30 is not shown, and back on 25 October: 02:30 is shown twice.
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01', '09:00', '2026-12-01T08:00:00.000Z'],
  ])('%s %s in Brussels is %s', (day, minute, instant) => expect(new Date(instantAt(day, minute, 'Europe/Brussels')).toISOString()).toBe(instant));

  it('any minute that is shown is found again, in any zone', () => {
    const zones = fc.constantFrom('Europe/Brussels', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati');
    const minute = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, zones, (minutes, zone) => {
        const instant = new Date(minutes * 60_000).toISOString();
        const shown = localTime(instant, zone);
        expect(localTime(new Date(instantAt(shown.day, shown.minute, zone)).toISOString(), zone)).toEqual(shown);
      }),
    );
  });
});

describe('by when', () => {
  it.each([
    // Friday 27 November 2026, 16:00 in Brussels: one hour is left of the day, a weekend follows.
    ['2026-11-27T15:00:00.000Z', hours(1), '2026-11-27T16:00:00.000Z'],
    ['2026-11-27T15:00:00.000Z', hours(2), '2026-11-30T09:00:00.000Z'],
    ['2026-11-27T15:00:00.000Z', hours(9), '2026-11-30T16:00:00.000Z'],
    ['2026-11-27T15:00:00.000Z', days(0), '2026-11-27T16:00:00.000Z'],
    ['2026-11-27T15:00:00.000Z', days(1), '2026-11-30T16:00:00.000Z'],
    // After closing time it counts from the next working day.
    ['2026-11-27T16:00:00.000Z', days(0), '2026-11-30T16:00:00.000Z'],
    ['2026-11-27T16:00:00.000Z', days(1), '2026-12-01T16:00:00.000Z'],
    // 24 December 2026 is a Thursday; Christmas and a weekend follow.
    ['2026-12-24T08:00:00.000Z', days(1), '2026-12-28T16:00:00.000Z'],
    // Over the change of the clocks, by hours that people work: Friday to Monday.
    ['2026-03-27T15:00:00.000Z', hours(2), '2026-03-30T08:00:00.000Z'],
    ['2026-10-23T14:00:00.000Z', hours(2), '2026-10-26T09:00:00.000Z'],
  ])('%s and %j: %s', (from, rule, due) => expect(dueBy(rule, from, usualHours)).toBe(due));

  it('where nothing is agreed it is the end of the next working day, whatever the hour', () => {
    const told = ['2026-11-27T07:00:00.000Z', '2026-11-27T20:00:00.000Z', '2026-11-29T09:00:00.000Z', '2026-11-30T09:00:00.000Z'].map((from) => endOfNextDay(from));
    expect(told).toEqual(['2026-11-30T16:00:00.000Z', '2026-11-30T16:00:00.000Z', '2026-11-30T16:00:00.000Z', '2026-12-01T16:00:00.000Z']);
  });

  const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2038, 0, 1) }).map((ms) => new Date(ms).toISOString());
  const minute = fc.integer({ min: 0, max: 23 * 60 });
  const clock = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const window = fc.record({ day: fc.integer({ min: 1, max: 7 }), from: minute, length: fc.integer({ min: 30, max: 24 * 60 }) }).map(({ day, from, length }) => ({ day, from: clock(from), until: clock(Math.min(from + length, 23 * 60 + 59)) }));
  const anyHours: fc.Arbitrary<BusinessHours> = fc.record({
    timeZone: fc.constantFrom('Europe/Brussels', 'America/New_York', 'Asia/Kathmandu'),
    windows: fc.uniqueArray(window, { minLength: 1, maxLength: 7, selector: ({ day }) => day }),
    closedDays: fc.uniqueArray(fc.integer({ min: 0, max: 6_000 }).map((ahead) => addDays('2020-01-01', ahead)), { maxLength: 20 }),
  });

  /** How long the department is open between two moments. */
  function openBetween(from: number, until: number, of: BusinessHours): number {
    let sum = 0;
    for (let day = localTime(new Date(from).toISOString(), of.timeZone).day; ; day = addDays(day, 1)) {
      const open = openOn(day, of);
      if (open !== null) sum += Math.max(0, Math.min(open.end, until) - Math.max(open.start, from));
      if (day > localTime(new Date(until).toISOString(), of.timeZone).day) return sum;
    }
  }

  it('so many hours are worked between the two, and it is at a moment at which somebody works', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), anyHours, (from, amount, of) => {
        const due = dueBy(hours(amount), from, of);
        expect(openBetween(Date.parse(from), Date.parse(due), of)).toBe(amount * hourMs);
        const open = openOn(localTime(due, of.timeZone).day, of);
        expect(open !== null && open.start <= Date.parse(due) && Date.parse(due) <= open.end).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('in days it is the closing time of a working day, never a holiday; more days, or a later call, are never due earlier', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 * 24 * hourMs }), anyHours, (from, amount, later, of) => {
        const due = dueBy(days(amount), from, of);
        const { day } = localTime(due, of.timeZone);
        expect(Date.parse(due)).toBe(openOn(day, of)?.end);
        expect(belgianHolidays(Number(day.slice(0, 4))).has(day)).toBe(false);
        expect(of.windows.some((open) => open.day === isoWeekday(day))).toBe(true);
        expect(due > from).toBe(true);
        expect(dueBy(days(amount + 1), from, of) > due).toBe(true);
        expect(dueBy(days(amount), new Date(Date.parse(from) + later).toISOString(), of) >= due).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a rule that can never be met ends all the same', () => {
    const never: BusinessHours = { timeZone: 'Europe/Brussels', windows: [{ day: 5, from: '09:00', until: '09:30' }], closedDays: [] };
    expect(dueBy(hours(400), '2026-11-27T15:00:00.000Z', never)).toBe('2026-12-14T07:00:00.000Z');
  });

  it('refuses hours that cannot be', () => {
    const refused = (change: Partial<BusinessHours>): boolean => !businessHoursSchema.safeParse({ ...usualHours, ...change }).success;
    expect([{ timeZone: 'Europe/Brussel' }, { windows: [] }, { windows: [{ day: 1, from: '17:00', until: '09:00' }] }, { windows: [{ day: 1, from: '9:00', until: '17:00' }] }, { windows: [usualHours.windows[0]!, usualHours.windows[0]!] }].map(refused)).toEqual([true, true, true, true, true]);
  });
});
