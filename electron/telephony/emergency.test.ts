import { describe, expect, test } from 'vitest';
import { emergencyNumberOf } from './emergency.ts';
import { dialString } from './party.ts';

const numbers = ['112', '100', '101'];

describe('an emergency number is known in every notation', () => {
  test.each(['112', ' 1 1 2 ', '1-1-2', 'tel:112', 'callto:112', 'sip:112', '+32112', '+32 112', '0032 112', '+112', '00112'])('%j', (typed) => expect(emergencyNumberOf(typed, 'BE', numbers)).toBe('112'));
  test('by the country that provisioning names', () => {
    expect(emergencyNumberOf('+49 110', 'DE', ['112', '110'])).toBe('110');
    expect(emergencyNumberOf('+49112', 'BE', numbers)).toBeNull();
    expect(emergencyNumberOf('+32112', '??', numbers)).toBeNull();
  });
});

test.each(['1120', '0112', '11', '+32112000000', '02 112 11 12', 'bob112', '112@evil.test', '*112#', '', '1700', '1307', '116000'])('%j is none', (typed) => expect(emergencyNumberOf(typed, 'BE', numbers)).toBeNull());

describe('service numbers are dialled as the network knows them', () => {
  test.each([
    // Short codes: medical guard, directory enquiries, missing children, the exchange's own.
    ['1733', '1733'],
    ['1307', '1307'],
    ['116 000', '116000'],
    ['1700', '1700'],
    ['8 5', '85'],
    // Free, shared cost, premium.
    ['0800 12 345', '+3280012345'],
    ['078 15 00 00', '+3278150000'],
    ['070 34 34 34', '+3270343434'],
    ['0900 12345', '+3290012345'],
  ])('%s → %s', (typed, expected) => expect(dialString(typed, 'BE')).toBe(expected));
});
