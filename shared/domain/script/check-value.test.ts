import { expect, it } from 'vitest';
import { scriptValueFault } from './check-value.ts';

const place = { country: 'BE', today: '2026-11-23' } as const;

it.each([
  ['12', null],
  ['12,5', null],
  ['1 234,50', null],
  ['1.234.567,89', null],
  ['€ 12.50', null],
  ['12 euro', null],
  ['', null],
  ['twaalf', 'amount'],
  ['12,345,6', 'amount'],
  ['1.23.45', 'amount'],
  ['12.34.567', 'amount'],
  ['12 34', 'amount'],
  ['-12', 'amount'],
  ['1234567890', 'amount'],
  ['12,', 'amount'],
] as const)('an amount typed as %j: %s', (text, code) => {
  expect(scriptValueFault({ type: 'amount' }, text, place)?.code ?? null).toBe(code);
});

it('an amount that is required is asked for', () => {
  expect(scriptValueFault({ type: 'amount', required: true }, ' ', place)).toEqual({ code: 'required' });
});
