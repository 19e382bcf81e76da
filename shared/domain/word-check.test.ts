import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isRightWord, knownWords, nextWrongWord, wrongWordAt } from './word-check.ts';

const listed = new Set(['krediet', 'nota', 'klant', 'klanten', 'dossier', 'levering', 'afspraak', 'de', 'goedemorgen', 'Wein', 'Lieferung', 'gekeken']);
const knowledge = { isListed: (word: string) => listed.has(word) || listed.has(word.toLowerCase()), known: new Set(knownWords(["Amélie D'Hondt-De Smet", 'Crémant Brut'])), compounds: true };

describe('a word', () => {
  it.each([
    ['goedemorgen', true],
    ['goedemorgn', false],
    ['kredietnota', true],
    ['klantendossier', true],
    ['leveringsafspraak', true],
    ['Weinlieferung', true],
    ['nagekeken', true],
    ['nagekeke', false],
    ['kredietnot', false],
    ['krediett', false],
    ['Smet', true],
    ["d’hondt", true],
    ["Amélie's", true],
    ['crémant', true],
    ['Smeet', false],
  ])('%s: %s', (word, right) => expect(isRightWord(word, knowledge)).toBe(right));

  it('is not put together in a language that does not do so', () => {
    expect(isRightWord('kredietnota', { ...knowledge, compounds: false })).toBe(false);
  });
});

test('the next wrong word is found from the cursor on, then from the beginning', () => {
  const isWrong = (word: string): boolean => word.startsWith('x');
  expect(nextWrongWord('de klant', 3, isWrong)).toBeNull();
  expect(nextWrongWord('xab b xcd', 4, isWrong)).toEqual({ word: 'xcd', from: 6, to: 9 });
  expect(nextWrongWord('xab b cd', 4, isWrong)).toEqual({ word: 'xab', from: 0, to: 3 });
  expect(wrongWordAt('xab b cd', 2, isWrong)).toEqual({ word: 'xab', from: 0, to: 3 });
  expect(wrongWordAt('xab b cd', 5, isWrong)).toBeNull();
});

test('any text is walked in time that grows with it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 5000 }), fc.nat(5000), (text, at) => void nextWrongWord(text, at, (word) => !isRightWord(word, knowledge))), { numRuns: 50 });
});
