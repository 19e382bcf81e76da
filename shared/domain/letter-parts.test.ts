import { expect, it } from 'vitest';
import { letterChanges, letterCoverage, mergeLetters, sameLetter, withPart, type LetterContent } from './letter-parts.ts';

const mail = (subject: string) => ({ language: 'nl', register: 'formal', subject, body: '{{greeting}},' }) as const;
const french = { ...mail('Votre question'), language: 'fr' } as const;
const base: LetterContent = { key: 'opvolging', kind: 'mail', title: { nl: 'Opvolging' }, queueIds: ['b', 'a'], variants: [mail('Uw vraag')] };

it('tells what differs part by part, whatever the order of queues and variants', () => {
  expect(sameLetter(base, { ...base, queueIds: ['a', 'b'], title: { nl: 'Opvolging', fr: undefined } })).toBe(true);
  expect(sameLetter({ ...base, variants: [french, mail('Uw vraag')] }, { ...base, variants: [mail('Uw vraag'), french] })).toBe(true);
  expect(letterChanges(base, { ...base, title: { nl: 'Opvolging', de: 'Antwort' }, variants: [french] })).toEqual([
    { part: { about: 'title', language: 'de' }, before: null, after: 'Antwort' },
    { part: { about: 'variant', language: 'nl', register: 'formal' }, before: mail('Uw vraag'), after: null },
    { part: { about: 'variant', language: 'fr', register: 'formal' }, before: null, after: french },
  ]);
});

it('changes a part, and takes it away; Dutch stays in the title', () => {
  const nl = { about: 'title', language: 'nl' } as const;
  expect(withPart(base, nl, null).title).toEqual({ nl: '' });
  const fr = { about: 'title', language: 'fr' } as const;
  expect(withPart(withPart(base, fr, 'Suivi'), fr, '').title).toEqual({ nl: 'Opvolging' });
  const variant = { about: 'variant', language: 'nl', register: 'formal' } as const;
  expect(withPart(withPart(base, variant, null), { ...variant, language: 'fr' }, french).variants).toEqual([french]);
});

it('what two changed apart is together; where both changed the same part, it stays mine until it is said otherwise', () => {
  const mine = { ...base, title: { nl: 'Van mij' }, queueIds: ['a', 'b', 'c'], variants: [mail('Van mij')] };
  const theirs = { ...base, title: { nl: 'Opvolging', fr: 'Suivi' }, queueIds: ['c', 'b', 'a'], variants: [mail('Van haar'), french] };
  const { merged, conflicts } = mergeLetters(base, mine, theirs);
  expect(merged).toMatchObject({ title: { nl: 'Van mij', fr: 'Suivi' }, queueIds: ['a', 'b', 'c'], variants: [mail('Van mij'), french] });
  expect(conflicts).toEqual([{ part: { about: 'variant', language: 'nl', register: 'formal' }, base: mail('Uw vraag'), mine: mail('Van mij'), theirs: mail('Van haar') }]);
  expect(mergeLetters(base, mine, theirs, { 'variant nl formal': 'theirs' }).merged.variants).toEqual([mail('Van haar'), french]);
});

it('tells which languages are there, and which a queue speaks that are not', () => {
  const informal = { ...mail('Je vraag'), register: 'informal' } as const;
  expect(letterCoverage({ variants: [informal, mail('Uw vraag')] }, ['nl', 'fr'])).toEqual([
    { language: 'nl', registers: ['formal', 'informal'], state: 'there' },
    { language: 'fr', registers: [], state: 'wanted' },
    { language: 'en', registers: [], state: 'absent' },
    { language: 'de', registers: [], state: 'absent' },
  ]);
});
