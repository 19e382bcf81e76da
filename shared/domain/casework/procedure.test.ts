import fc from 'fast-check';
import { expect, it } from 'vitest';
import { procedureRow, procedureRows } from '../../../tests/fixtures/casework.ts';
import { caseNumberText, numberGroups, numberIn, spelledNumber } from './case-number.ts';
import { missingOf, nextStep, procedureDue, procedureSchema, proceduresFor, stepsOf } from './procedure.ts';
import { spokenCase } from './spoken-case.ts';

const procedure = procedureRow();
const queueId = '01890000-0000-7000-8000-000000000001';

it('the practice centre’s procedures are sound, and a queue’s own stand before those of every queue', () => {
  for (const row of procedureRows()) expect(procedureSchema.safeParse(row).error).toBeUndefined();
  const own = procedureRow({ queueId, topic: { nl: 'Zoekgeraakt' } });
  const all = [procedure, own, procedureRow({ active: false }), procedureRow({ kind: 'question' })];
  expect(proceduresFor(all, 'claim', queueId)).toEqual([own, procedure]);
  expect(proceduresFor(all, 'claim', null)).toEqual([procedure]);
});

it('says what is missing of what must be collected', () => {
  expect(missingOf(procedure, { wat: ' ' }).map(({ key }) => key)).toEqual(['wat', 'geleverdOp']);
  expect(missingOf(procedure, { wat: 'Twee flessen', geleverdOp: '2026-11-26' })).toEqual([]);
  expect(missingOf(procedureRow({ fields: [{ key: 'constructor', label: { nl: 'x' }, type: 'text', required: true, options: [] }] }), {})).toHaveLength(1);
});

it('is due by the department’s hours', () => expect(procedureDue(procedure, '2026-11-28T09:00:00.000Z')).toBe('2026-12-01T16:30:00.000Z'));

it('of each step the newest mark counts, whatever the order in which marks arrive', () => {
  const mark = fc.record({ id: fc.uuid(), step: fc.constantFrom(...procedure.steps.map(({ key }) => key), 'weg'), done: fc.boolean(), at: fc.integer({ min: 0, max: 5 }).map((minute) => `2026-11-28T09:0${minute}:00.000Z`), agentId: fc.constant(null) });
  const marks = fc.uniqueArray(mark, { selector: ({ id }) => id, maxLength: 20 });
  fc.assert(
    fc.property(marks.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), ([rows, shuffled]) => {
      const states = stepsOf(procedure, rows);
      expect(stepsOf(procedure, shuffled)).toEqual(states);
      expect(states.map(({ step }) => step)).toEqual(procedure.steps);
      expect(nextStep(states)).toBe(states.find(({ done }) => done === null)?.step ?? null);
    }),
  );
});

it.each([
  ['nl', 'Uw klacht is bij de dienst Retouren; u krijgt uiterlijk woensdag 2 december antwoord.'],
  ['fr', 'Votre plainte est chez notre service ; vous aurez une réponse au plus tard le mercredi 2 décembre.'],
  ['en', 'Your complaint is with our returns department; you will have an answer by Wednesday 2 December.'],
  ['de', 'Ihre Beschwerde ist bei unserer Abteilung; Sie erhalten spätestens am Mittwoch, dem 2. Dezember eine Antwort.'],
] as const)('a case is told in one line, in %s', (language, line) => {
  const department = { nl: 'de dienst Retouren', fr: 'notre service', en: 'our returns department', de: 'unserer Abteilung' }[language];
  const told = { kind: 'complaint', state: 'open', dueAt: '2026-12-02T16:00:00.000Z', result: '', nextContact: null, department } as const;
  const moment = { now: '2026-11-28T09:00:00.000Z', timeZone: 'Europe/Brussels' };
  expect(spokenCase(language, told, moment)).toBe(line);
});

it('says it when the day has passed, when it is done, and first of all when the customer hears something', () => {
  const moment = { now: '2026-11-28T09:00:00.000Z', timeZone: 'Europe/Brussels' };
  const told = { kind: 'claim', state: 'open', dueAt: '2026-11-27T16:00:00.000Z', result: '', nextContact: null, department: 'de dienst Retouren' } as const;
  expect(spokenCase('nl', told, moment)).toBe('Op uw schadeclaim had u gisteren antwoord moeten krijgen, mijn excuses; ik vraag het bij de dienst Retouren na.');
  expect(spokenCase('nl', { ...told, state: 'solved', result: 'u krijgt twee nieuwe flessen.' }, moment)).toBe('Uw schadeclaim is afgehandeld: u krijgt twee nieuwe flessen.');
  expect(spokenCase('nl', { ...told, state: 'waiting', dueAt: '2026-12-04T16:00:00.000Z', nextContact: '2026-11-29T16:00:00.000Z', department: '' }, moment)).toBe('Uw schadeclaim ligt bij ons en wacht nog op een antwoord; u hoort uiterlijk morgen van ons.');
});

it('a number is read out in groups, and found again in its text', () => {
  expect(numberGroups('Z-100204')).toEqual(['Z', '100', '204']);
  expect(spelledNumber('Z-100204', 'nl')).toBe('Z, één nul nul, twee nul vier');
  expect(spelledNumber('Z-1100204', 'fr')).toBe('Z, un, un zéro zéro, deux zéro quatre');
  fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => numberIn(caseNumberText(number)) === number));
  expect(['Z-', 'Z-1x', 'X-100204', 'Z-1; drop table', ' Z-1'].map(numberIn)).toEqual([null, null, null, null, null]);
});
