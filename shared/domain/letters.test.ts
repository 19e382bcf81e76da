import { expect, test } from 'vitest';
import { largestLetter, letterTemplateSchema } from './letter-template.ts';
import { fillText, greetingOf, hasStrayBraces, unknownFieldIn, variantOf } from './letters.ts';

const person = { kind: 'person', salutation: 'mrs', givenName: 'An', familyName: 'De Smet' } as const;

test.each([
  ['nl', 'formal', 'Geachte mevrouw De Smet'],
  ['nl', 'informal', 'Beste An'],
  ['fr', 'formal', 'Madame'],
  ['en', 'formal', 'Dear Mrs De Smet'],
  ['de', 'formal', 'Sehr geehrte Frau De Smet'],
] as const)('in %s, %s: %s', (language, register, greeting) => {
  expect(greetingOf(person, language, register)).toBe(greeting);
});

test('nobody is guessed to be a lady or a gentleman', () => {
  expect(greetingOf({ ...person, salutation: 'none' }, 'nl', 'formal')).toBe('Geachte heer, mevrouw');
  expect(greetingOf({ ...person, salutation: 'none', givenName: '' }, 'fr', 'informal')).toBe('Madame, Monsieur');
});

test('the language decides before the register, and no other language stands in', () => {
  const variants = [
    { language: 'nl', register: 'formal' },
    { language: 'fr', register: 'formal' },
    { language: 'nl', register: 'informal' },
  ] as const;
  expect(variantOf(variants, 'nl', 'informal')).toBe(variants[2]);
  expect(variantOf(variants, 'fr', 'informal')).toBe(variants[1]);
  expect(variantOf(variants, 'de', 'formal')).toBeUndefined();
});

test('fields are filled once: what stands in a value is no placeholder, and an unknown one is named', () => {
  expect(fillText('{{ greeting }}, {{name}}{{email}}', { greeting: 'Beste {{name}}', name: '$& $1' })).toBe('Beste {{name}}, $& $1');
  expect(unknownFieldIn('{{name}} {{iban}}')).toBe('iban');
  expect(unknownFieldIn('{{constructor}}')).toBe('constructor');
  expect(unknownFieldIn('{{name}}')).toBeUndefined();
  expect(unknownFieldIn('{{ Naam }}'), 'with a capital it would be left out').toBe('Naam');
});

test('braces that hold no field are found, also beside those that do', () => {
  for (const text of ['{{name}', '{{name}} }}', '{{ voor naam }}', 'x {{name.constructor}}']) expect(hasStrayBraces(text), text).toBe(true);
  expect(hasStrayBraces('{{greeting}}, {name} [x]')).toBe(false);
});

test('a template has documents or texts, each in its languages', () => {
  const template = { id: '01890000-0000-7000-8000-000000000001', version: 1, updatedAt: '2026-01-05T08:00:00.000Z', key: 'a', kind: 'letter', title: { nl: 'A' }, queueIds: [], edition: 1, changedAt: '2026-01-05T08:00:00.000Z', withdrawn: false };
  const variant = { language: 'nl', register: 'formal', sha256: 'a'.repeat(64), bytes: 1000 };
  expect(letterTemplateSchema.safeParse({ ...template, variants: [variant] }).success).toBe(true);
  for (const spoilt of [{ ...variant, sha256: '../secrets' }, { ...variant, bytes: largestLetter + 1 }, { ...variant, body: 'x' }]) expect(letterTemplateSchema.safeParse({ ...template, variants: [spoilt] }).success).toBe(false);
});
