import { describe, expect, it } from 'vitest';
import { callRefusals, currentConsents } from './consent.ts';
import { urgencyOf } from './due.ts';
import { scoreDuplicate, type ComparedFile } from './duplicates.ts';

const said = (purpose: 'any' | 'survey', state: 'given' | 'withdrawn', at: string) => ({ channel: 'phone' as const, purpose, state, at });

describe('consents', () => {
  it('the newest of a channel and purpose counts', () => {
    expect(currentConsents([said('any', 'withdrawn', '2026-01-01'), said('any', 'given', '2026-02-01'), said('survey', 'withdrawn', '2025-01-01')])).toEqual([
      said('any', 'given', '2026-02-01'),
      said('survey', 'withdrawn', '2025-01-01'),
    ]);
  });

  it('do-not-call comes before what was refused for one purpose', () => {
    expect(callRefusals([said('survey', 'withdrawn', '2026-03-01'), said('any', 'withdrawn', '2026-01-01')]).map(({ purpose }) => purpose)).toEqual(['any', 'survey']);
    expect(callRefusals([said('any', 'withdrawn', '2026-01-01'), said('any', 'given', '2026-02-01')])).toEqual([]);
    expect(callRefusals([{ ...said('any', 'withdrawn', '2026-01-01'), channel: 'email' }])).toEqual([]);
  });
});

describe('deadlines', () => {
  const now = new Date(2026, 0, 5, 10).getTime();
  const at = (day: number, hour: number): string => new Date(2026, 0, day, hour).toISOString();
  it.each([
    [at(5, 10), 'late'],
    [at(5, 12), 'soon'],
    [at(5, 17), 'today'],
    [at(6, 9), 'later'],
  ])('%s is %s', (due, urgency) => expect(urgencyOf(due, now)).toBe(urgency));
});

describe('duplicates', () => {
  const file = (changes: Partial<ComparedFile> = {}): ComparedFile => ({ kind: 'person', name: 'jan maes', vatNumber: null, birthDate: null, phones: new Set(), emails: new Set(), addresses: new Set(), ...changes });
  const phone = { phones: new Set(['+32470112200']) };

  it('a name with a number, or with a birth date, is one customer', () => {
    expect(scoreDuplicate(file(phone), file(phone))).toEqual({ score: 70, reasons: ['phone', 'name'] });
    expect(scoreDuplicate(file({ birthDate: '1970-01-01' }), file({ birthDate: '1970-01-01' }))).toMatchObject({ reasons: ['name', 'birth-date'] });
    expect(scoreDuplicate(file({ kind: 'organisation', name: 'a', vatNumber: 'BE0123456749' }), file({ name: 'b', vatNumber: 'BE0123456749' }))).toMatchObject({ reasons: ['vat'] });
  });

  it('a birth date with a name that is nearly the same is one customer; nearly the same name with a number is a family', () => {
    const born = { birthDate: '1970-01-01' };
    for (const name of ['jan meas', 'maes jan', 'jan pieter maes']) expect(scoreDuplicate(file(born), file({ ...born, name }))).toEqual({ score: 60, reasons: ['similar-name', 'birth-date'] });
    expect(scoreDuplicate(file(born), file({ ...born, name: 'els peeters' }))).toBeNull();
    expect(scoreDuplicate(file(phone), file({ ...phone, name: 'jana maes' }))).toBeNull();
  });

  it('a family, namesakes, and father and son are not', () => {
    expect(scoreDuplicate(file({ ...phone, name: 'jan maes' }), file({ ...phone, name: 'els maes' }))).toBeNull();
    expect(scoreDuplicate(file(), file())).toBeNull();
    expect(scoreDuplicate(file({ ...phone, birthDate: '1950-01-01' }), file({ ...phone, birthDate: '1980-01-01' }))).toBeNull();
  });
});
