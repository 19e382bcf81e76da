import { describe, expect, it } from 'vitest';
import { afterCallFields, afterCallSchema, missingAfterCall, type AfterCall } from './after-call.ts';
import { outcomeSentence, outcomeSentencesSchema, type OutcomeSentences } from './outcome-sentence.ts';

const forms: AfterCall = afterCallSchema.parse([
  { outcome: 'complaint', fields: [{ key: 'oorzaak', label: 'Oorzaak', type: 'choice', options: ['levering'], required: true }] },
  { outcome: null, fields: [{ key: 'stemming', label: 'Stemming', type: 'text' }, { key: 'oorzaak', label: 'Anders', type: 'text' }] },
]);

describe('what is filled in after a call', () => {
  it('depends on the outcome, each field once', () => {
    expect(afterCallFields(forms, 'complaint').map(({ key, label }) => [key, label])).toEqual([['oorzaak', 'Oorzaak'], ['stemming', 'Stemming']]);
    expect(afterCallFields(forms, 'order-placed').map(({ label }) => label)).toEqual(['Stemming', 'Anders']);
    expect(afterCallFields(forms, null)).toEqual([]);
    expect(afterCallFields(null, 'complaint')).toEqual([]);
  });

  it('blanks are nothing, and a field that is called like a part of the language is a field', () => {
    const fields = afterCallFields(forms, 'complaint');
    expect(missingAfterCall(fields, { oorzaak: '  ' }).map(({ key }) => key)).toEqual(['oorzaak']);
    expect(missingAfterCall(fields, { oorzaak: 'levering' })).toEqual([]);
    const [odd] = afterCallSchema.parse([{ outcome: null, fields: [{ key: 'constructor', label: 'Bouwer', type: 'text', required: true }] }]);
    expect(missingAfterCall(odd!.fields, {})).toHaveLength(1);
  });

  it.each([
    ['a payment', { key: 'kaart', label: 'Kaart', type: 'payment' }],
    ['a choice of nothing', { key: 'keuze', label: 'Keuze', type: 'choice' }],
  ])('%s cannot be asked', (_, field) => {
    expect(afterCallSchema.safeParse([{ outcome: null, fields: [field] }]).success).toBe(false);
  });
});

describe('the sentence of an outcome', () => {
  const sentences: OutcomeSentences = outcomeSentencesSchema.parse([
    { language: 'nl', purpose: null, text: 'Genoteerd.' },
    { language: 'nl', purpose: null, text: '{{pakket}}: we leveren op {{leverdag}}.' },
    { language: 'nl', purpose: 'klacht', text: 'We hebben uw klacht genoteerd.' },
    { language: 'fr', purpose: null, text: 'C’est noté.' },
  ]);
  const said = (language: 'nl' | 'fr' | 'de', purpose: string | null, values: Record<string, string>): string | null => outcomeSentence(sentences, { language, purpose, values });

  it('is that of the purpose, then the fullest whose values are known, in the language that is spoken', () => {
    expect(said('nl', 'klacht', { pakket: 'proefdoos', leverdag: 'donderdag' })).toBe('We hebben uw klacht genoteerd.');
    expect(said('nl', 'bestelling', { pakket: 'proefdoos', leverdag: 'donderdag' })).toBe('Proefdoos: we leveren op donderdag.');
    expect(said('nl', null, { pakket: 'proefdoos' })).toBe('Genoteerd.');
    expect(said('fr', 'klacht', {})).toBe('C’est noté.');
    expect(said('de', 'klacht', {})).toBeNull();
    expect(outcomeSentence(null, { language: 'nl', purpose: null, values: {} })).toBeNull();
  });

  it('takes a value as text, never as a template, and no value that is masked', () => {
    expect(said('nl', null, { pakket: '{{leverdag}} <b>', leverdag: 'maandag' })).toBe('{{leverdag}} <b>: we leveren op maandag.');
    expect(said('nl', null, { pakket: '•••', leverdag: 'maandag' })).toBe('Genoteerd.');
  });
});
