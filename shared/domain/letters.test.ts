import { expect, test } from 'vitest';
import { fillText, greetingOf, letterTemplatesSchema, unknownFieldIn, variantOf } from './letters.ts';

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
});

test('a template names a file beside its list, and no other', () => {
  const list = (file: string): unknown => [{ kind: 'letter', key: 'a', title: { nl: 'A' }, variants: [{ language: 'nl', register: 'formal', file }] }];
  expect(letterTemplatesSchema.safeParse(list('brief.nl.docx')).success).toBe(true);
  for (const file of ['../secrets.docx', '/etc/passwd', 'a/b.docx', 'a.docm', '..docx']) expect(letterTemplatesSchema.safeParse(list(file)).success).toBe(false);
});
