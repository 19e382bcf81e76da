import { expect, test } from 'vitest';
import { scriptSchema } from '#shared/domain/script/script.ts';
import { proposeSentence } from './propose-sentence.ts';

const script = scriptSchema.parse({
  ...{ key: 'facturen', version: 1, language: 'nl', title: 'Facturen', start: 'factuur', objectionBudget: 0 },
  steps: [
    {
      ...{ key: 'factuur', title: 'Factuur', say: 'Welke factuur?', answers: [{ key: 'klaar', label: 'Klaar', to: null }] },
      fields: [
        { key: 'nummer', label: 'Factuurnummer', type: 'text' },
        { key: 'bedrag', label: 'Bedrag', type: 'amount' },
        { key: 'rekening', label: 'Rekening', type: 'iban', sensitive: true },
      ],
    },
  ],
});

test.each([
  ['nl', '1 234,5', 'Klacht: factuurnummer F12, bedrag 1.234,50 euro.'],
  ['en', '1 234,5', 'Klacht: factuurnummer F12, bedrag 1,234.50 euros.'],
  ['nl', 'een tiental', 'Klacht: factuurnummer F12, bedrag een tiental.'],
] as const)('an amount is said as money in %s: %j', (spoken, bedrag, sentence) => {
  expect(proposeSentence('Klacht', script, { nummer: 'F12', bedrag, rekening: 'BE68539007547034' }, spoken).replaceAll('\u00A0', ' ')).toBe(sentence);
});
