import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, belgianHolidays, daysBetween, easterSunday, isoWeekday, localTime } from './calendar.ts';
import { isWorkingDay, promiseDelivery, type DeliveryRules } from './delivery-promise.ts';

const rules: DeliveryRules = { timeZone: 'Europe/Brussels', cutOff: '16:00', workingDays: [1, 2, 3, 4, 5], closedDays: ['2026-12-24'], normalDays: 2, urgentDays: 1 };
const promised = (at: string, priority: 'normal' | 'urgent' = 'normal', leadDays = 0): string => promiseDelivery(rules, { at, priority, leadDays }).deliverOn;

describe('the calendar', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('has Easter of %i on %s', (year, day) => expect(easterSunday(year)).toBe(day));

  it('has the ten public holidays of Belgium', () => {
    expect([...belgianHolidays(2026)].sort()).toEqual(['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-07-21', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25']);
  });

  it('puts Easter on a Sunday between 22 March and 25 April, always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
        const day = easterSunday(year);
        expect(isoWeekday(day)).toBe(7);
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
      }),
    );
  });

  it('shows the local day and minute on both sides of a change of the clocks', () => {
    expect(localTime('2026-03-29T00:59:00Z', 'Europe/Brussels')).toEqual({ day: '2026-03-29', minute: '01:59' });
    expect(localTime('2026-03-29T01:00:00Z', 'Europe/Brussels')).toEqual({ day: '2026-03-29', minute: '03:00' });
    expect(localTime('2026-12-31T23:30:00Z', 'Europe/Brussels')).toEqual({ day: '2027-01-01', minute: '00:30' });
  });
});

describe('the delivery promise', () => {
  it('counts from today before the cut-off, from the next working day after it', () => {
    // Thursday 26 November 2026, 15:59 and 16:00 in Brussels.
    expect(promised('2026-11-26T14:59:59Z')).toBe('2026-11-30');
    expect(promised('2026-11-26T15:00:00Z')).toBe('2026-12-01');
    expect(promised('2026-11-26T14:59:59Z', 'urgent')).toBe('2026-11-27');
    expect(promised('2026-11-26T14:59:59Z', 'normal', 3)).toBe('2026-12-03');
  });

  it('passes over weekends, public holidays and days that the centre is closed', () => {
    // Wednesday 23 December: 24 closed, 25 Christmas, 26-27 weekend.
    expect(promised('2026-12-23T09:00:00Z', 'urgent')).toBe('2026-12-28');
    expect(promised('2026-12-24T09:00:00Z', 'urgent')).toBe('2026-12-29');
    // Whit Monday.
    expect(promised('2026-05-22T09:00:00Z', 'urgent')).toBe('2026-05-26');
    // Armistice on a Wednesday.
    expect(promised('2026-11-10T09:00:00Z')).toBe('2026-11-13');
  });

  const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2039, 0, 1) }).map((ms) => new Date(ms).toISOString());

  it('is a working day, never before today, and never earlier for an order that is made later', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), fc.constantFrom('normal' as const, 'urgent' as const), fc.integer({ min: 0, max: 10 }), (at, later, priority, leadDays) => {
        const first = promiseDelivery(rules, { at, priority, leadDays });
        expect(isWorkingDay(first.deliverOn, rules)).toBe(true);
        expect(first.deliverOn >= localTime(at, rules.timeZone).day).toBe(true);
        expect(promised(new Date(Date.parse(at) + later).toISOString(), priority, leadDays) >= first.deliverOn).toBe(true);
        expect(promised(at, 'urgent', leadDays) <= promised(at, 'normal', leadDays)).toBe(true);
      }),
    );
  });

  it('counts days as a calendar does', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -4_000, max: 4_000 }), (at, days) => {
        const day = at.slice(0, 10);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(isoWeekday(addDays(day, 7))).toBe(isoWeekday(day));
      }),
    );
  });
});
