import { expect, test } from 'vitest';
import { customers } from '../../../tests/workspace-preview/sample-data.ts';
import { completenessPercent } from './completeness.ts';

const file = customers[0]!;
const nothing = { file: null, masked: new Set<never>(), requiredFields: [], captured: {}, hasOutcome: false, sentence: '' };

test('somebody must be linked; what is known of them counts only then', () => {
  expect(completenessPercent(nothing)).toBe(0);
  // The customer with a name, a number, an address to write to and one to live at: five of seven.
  expect(completenessPercent({ ...nothing, file })).toBe(71);
  expect(completenessPercent({ ...nothing, file, hasOutcome: true, sentence: 'Geleverd op donderdag.' })).toBe(100);
});

test('each part that the file lacks is missed: a name, a telephone, an e-mail address, a street', () => {
  const done = { ...nothing, hasOutcome: true, sentence: 'Klaar.' };
  const bare = { customer: { ...file.customer, familyName: ' ' }, contactPoints: [], addresses: [] };
  expect(completenessPercent({ ...done, file: bare })).toBe(43);
  expect(completenessPercent({ ...done, file: { ...bare, contactPoints: file.contactPoints.filter(({ kind }) => kind === 'email') } })).toBe(57);
  expect(completenessPercent({ ...done, file: { ...bare, contactPoints: file.contactPoints } })).toBe(71);
  expect(completenessPercent({ ...done, file: { ...bare, contactPoints: file.contactPoints, addresses: file.addresses } })).toBe(86);
});

test('an organisation has its own name, not that of the person who calls', () => {
  const { customer } = customers[2]!;
  const named = { ...file, customer: { ...customer, familyName: '' } };
  expect(completenessPercent({ ...nothing, file: named })).toBe(71);
  expect(completenessPercent({ ...nothing, file: { ...named, customer: { ...named.customer, organisationName: null } } })).toBe(57);
});

test('what was masked is not missed: nobody can complete what they may not see', () => {
  const empty = { customer: file.customer, contactPoints: [], addresses: [] };
  expect(completenessPercent({ ...nothing, file: empty, masked: new Set(['phoneEnding', 'email', 'address']), hasOutcome: true, sentence: 'Klaar.' })).toBe(100);
});

test('a required field of the script counts until it is filled in; blanks are nothing', () => {
  const asked = { ...nothing, requiredFields: ['pakket', 'aantal'], hasOutcome: true, sentence: 'Klaar.' };
  expect(completenessPercent({ ...asked, captured: {} })).toBe(40);
  expect(completenessPercent({ ...asked, captured: { pakket: 'proefdoos', aantal: '  ' } })).toBe(60);
  expect(completenessPercent({ ...asked, captured: { pakket: 'proefdoos', aantal: '2' } })).toBe(80);
});
