import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { abbreviationBook, expansionBefore } from './abbreviations.ts';

const book = abbreviationBook([{ short: 'mvg', text: 'met vriendelijke groeten,\n{{operator}}' }, { short: 'kn', text: 'kredietnota' }], [{ short: 'KN', text: 'creditnota' }], 'Lotte');
const after = (text: string): string => {
  const found = expansionBefore(text, text.length, book);
  return found === null ? text : text.slice(0, found.from) + found.text;
};

it.each([
  ['Vraagt kn ', 'Vraagt creditnota '],
  ['Vraagt kn, ', 'Vraagt kn, '],
  ['Vraagt kn,', 'Vraagt creditnota,'],
  ['Kn.', 'Creditnota.'],
  ['Tot dan. mvg\n', 'Tot dan. met vriendelijke groeten,\nLotte\n'],
  ['(kn)', '(creditnota)'],
  ['kn', 'kn'],
  ['info@kn ', 'info@kn '],
  ['akn ', 'akn '],
  ['12.kn ', '12.kn '],
])('%j becomes %j', (typed, expected) => expect(after(typed)).toBe(expected));

test('nothing but the word itself is ever touched', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('kn', 'mvg', 'xx'), fc.constantFrom(' ', '.', '\n'), (before, word, end) => {
      const typed = before + word + end;
      const found = expansionBefore(typed, typed.length, book);
      if (found !== null) expect(typed.slice(0, found.from)).toBe(before);
    }),
  );
});
