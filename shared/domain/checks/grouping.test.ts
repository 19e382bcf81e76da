import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { editGrouped, grouped, type Edit, type Grouping } from './grouping.ts';

const kinds: readonly Grouping[] = ['iban', 'vat', 'national-number', 'phone', 'date', 'amount'];
const meaning = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\p{N}+]/gu, '');

/** Types signs one after another at the end. */
function type(kind: Grouping, signs: string): string {
  return [...signs].reduce((text, sign) => editGrouped(kind, { text, start: text.length, end: text.length }, { kind: 'insert', signs: sign }, 'BE').text, '');
}

it.each<[Grouping, string, string]>([
  ['iban', 'be68539007547034', 'BE68 5390 0754 7034'],
  ['iban', 'BE68-5390-0754', 'BE68 5390 0754'],
  ['vat', '0123456749', '0123.456.749'],
  ['vat', 'be0123456749', 'BE 0123.456.749'],
  ['national-number', '85073003328', '85.07.30-033.28'],
  ['phone', '0478123456', '0478 12 34 56'],
  ['phone', '+32478123456', '+32 478 12 34 56'],
  ['date', '12031974', '12/03/1974'],
  ['date', '12/3/1974', '12/3/1974'],
  ['phone', 'vast: 09', 'vast: 09'],
  ['amount', '1234567', '1 234 567'],
  ['amount', '12345,60', '12 345,60'],
  ['amount', '1234.5', '1 234.5'],
  ['amount', '€ 12', '€ 12'],
])('%s: %j stands as %j, typed or pasted', (kind, text, expected) => {
  expect(grouped(kind, text, 'BE')).toBe(expected);
  expect(type(kind, text)).toBe(expected);
});

test('a number pasted with its (0) loses it', () => {
  expect(grouped('phone', '+32 (0)478/12.34.56', 'BE')).toBe('+32 478 12 34 56');
});

test('backspace behind a group takes the sign before it, not the blank', () => {
  expect(editGrouped('iban', { text: 'BE68 5390', start: 5, end: 5 }, { kind: 'delete-before' }, 'BE')).toEqual({ text: 'BE65 390', caret: 3 });
  expect(editGrouped('iban', { text: 'BE68 5390', start: 4, end: 4 }, { kind: 'delete-behind' }, 'BE')).toEqual({ text: 'BE68 390', caret: 4 });
});

test('an amount is parted in its whole euros only, and the comma is no parting', () => {
  expect(grouped('amount', '1.234,50', 'BE')).toBe('1.234,50');
  expect(editGrouped('amount', { text: '12 345', start: 4, end: 4 }, { kind: 'insert', signs: ',' }, 'BE')).toEqual({ text: '123,45', caret: 4 });
  expect(editGrouped('amount', { text: '12 345,60', start: 7, end: 7 }, { kind: 'delete-before' }, 'BE')).toEqual({ text: '1 234 560', caret: 7 });
});

test('whatever is done, nothing that means something comes or goes by itself, and the cursor stays where it was meant', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), signs: fc.stringMatching(/^[0-9]{1,6}$/) }),
    fc.constant<Edit>({ kind: 'delete-before' }),
    fc.constant<Edit>({ kind: 'delete-behind' }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[0-9]{0,14}$/), fc.array(fc.tuple(edit, fc.nat(30)), { maxLength: 6 }), (kind, start, edits) => {
      let text = grouped(kind, start, 'BE');
      expect(meaning(text)).toBe(start);
      for (const [what, place] of edits) {
        const at = Math.min(place, text.length);
        const before = meaning(text.slice(0, at));
        const behind = meaning(text.slice(at));
        const next = editGrouped(kind, { text, start: at, end: at }, what, 'BE');
        const [left, right] = what.kind === 'insert' ? [before + what.signs, behind] : what.kind === 'delete-before' ? [before.slice(0, -1), behind] : [before, behind.slice(1)];
        expect(meaning(next.text)).toBe(left + right);
        expect(meaning(next.text.slice(0, next.caret))).toBe(left);
        text = next.text;
      }
    }),
  );
});

test('grouping what is grouped changes nothing', () => {
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[0-9A-Za-z +./-]{0,20}$/), (kind, text) => {
    expect(grouped(kind, grouped(kind, text, 'BE'), 'BE')).toBe(grouped(kind, text, 'BE'));
  }));
});
