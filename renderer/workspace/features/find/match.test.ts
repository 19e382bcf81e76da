import { expect, test } from 'vitest';
import { isSameNumber, piecesOf, strengthOf } from './match.ts';

const marked = (text: string, typed: string): string => piecesOf(text, typed).map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('');

test.each([
  ['Pieter De Smet', 'de sm', 'Pieter [De] [Sm]et'],
  ['André Lefèvre', 'andre lefe', '[André] [Lefè]vre'],
  ['ﬁets', 'fie', '[ﬁe]ts'],
  ['Coupure Links 48, 9000 Gent', 'gent 9000', 'Coupure Links 48, [9000] [Gent]'],
  ['+32 9 225 41 07', '09 225 41', '+32 [9 225 41] 07'],
  ['+32 9 225 41 07', '+3292', '+[32 9 2]25 41 07'],
  ['BE-204518', '204518', 'BE-[204518]'],
  ['Geert', 'eert', 'Geert'],
  ['<b>Jan</b>', 'jan', '<b>[Jan]</b>'],
  ['', 'jan', ''],
])('in "%s", "%s" marks %s', (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});

test('whatever is typed, the pieces are the text again', () => {
  for (const typed of ['e\u0301', '.*', '(', '\\', '👩‍💻', 'ﬁ', '-- ', '"', '000', '+']) {
    for (const text of ['Café "De Zoete" (ﬁn) 👩‍💻', '\u202Egnid', 'a\u0301e\u0301', '+32 000 000']) {
      expect(piecesOf(text, typed).map((piece) => piece.text).join('')).toBe(text);
    }
  }
});

test('words that are there whole come before beginnings, and those before what merely fits', () => {
  expect(strengthOf('Pieter De Smet', 'smet de')).toBe('whole');
  expect(strengthOf('Pieter De Smet', 'piet smet')).toBe('begins');
  expect(strengthOf('Pieter De Smet', 'smet gent', '9000 Gent')).toBe('whole');
  expect(strengthOf('Pieter De Smet', 'smit')).toBe('near');
});

test('a number is the same one with or without its letters, hyphen and spaces', () => {
  for (const typed of ['BE-204518', 'be204518', 'be 204518', '204518']) expect(isSameNumber('BE-204518', typed)).toBe(true);
  for (const typed of ['BE-20451', '04518', 'be', '']) expect(isSameNumber('BE-204518', typed)).toBe(false);
});
