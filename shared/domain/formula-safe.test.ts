import { expect, test } from 'vitest';
import { cellText, formulaSafe } from './formula-safe.ts';

test.each([
  '=1+1',
  '+32470123456',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=cmd|\' /C calc\'!A0',
  '|calc',
  '%0A=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '=HYPERLINK("http://x","y")',
])('%j is no formula any more', (text) => {
  expect(formulaSafe(text)).toBe(`'${text}`);
});

test.each(['Jan', '02 555 12 34', 'a=b', "'t Anker", '', '"=1', '(=1)'])('%j stays as it is', (text) => {
  expect(formulaSafe(text)).toBe(text);
});

test('a cell holds no characters that a file cannot hold, and is no longer than a cell', () => {
  expect(cellText('a\0b\u0008c\u000Bd\uFFFEe\uD800f\tg\nh')).toBe('abcde\uFFFDf\tg\nh');
  expect(cellText('x'.repeat(40_000))).toHaveLength(32_767);
});
