import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPaymentNumber } from './payment-number.ts';

it.each(['4111 1111 1111 1111', '5500-0000-0000-0004', '340000000000009', 'BE68 5390 0754 7034', 'be68539007547034', 'NL91 ABNA 0417 1643 00'])('%s can be paid with', (text) => {
  expect(isPaymentNumber(text)).toBe(true);
});

it.each(['', '4111 1111 1111 1112', 'BE68 5390 0754 7035', '1234', 'BE68', '0000'])('"%s" cannot', (text) => {
  expect(isPaymentNumber(text)).toBe(false);
});

it('one wrong digit is always found', () => {
  fc.assert(
    fc.property(fc.constantFrom('4111111111111111', 'BE68539007547034'), fc.nat(11), fc.integer({ min: 1, max: 9 }), (good, place, by) => {
      const at = good.length - 1 - place;
      const wrong = `${good.slice(0, at)}${(Number(good[at]) + by) % 10}${good.slice(at + 1)}`;
      expect(isPaymentNumber(wrong)).toBe(false);
    }),
  );
});
