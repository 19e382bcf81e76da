import { expect, test } from 'vitest';
import { dialTarget, looksLikeNumber, numberKey } from './numbers.ts';

test('a pasted number loses its scheme, its line ends and what cannot be seen', () => {
  expect(['tel:+3292254107', 'callto://+3292254107', 'sip:204@centrale.be', '  09 225\n41 07 ', '\u202a+32 9 225 41 07\u202c'].map(dialTarget)).toEqual([
    '+3292254107',
    '+3292254107',
    '204@centrale.be',
    '09 225 41 07',
    '+32 9 225 41 07',
  ]);
});

test('numbers in any notation are numbers, names are not', () => {
  expect(['204', '+32 9 225 41 07', '(09) 225.41.07', '*98', '09/225-41-07'].filter((text) => !looksLikeNumber(text))).toEqual([]);
  expect(['Karim', 'toestel 204', 'colleague', ''].filter(looksLikeNumber)).toEqual([]);
});

test('two notations of a number are one, by the country that provisioning names', () => {
  expect(numberKey('09 225 41 07', 'BE')).toBe(numberKey('+3292254107', 'BE'));
  expect(numberKey('020 794 5678', 'NL')).toBe('+31207945678');
  expect(numberKey('2 04', 'BE')).toBe('204');
});
