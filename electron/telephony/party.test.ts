import { describe, expect, test } from 'vitest';
import { cleanText, dialString, e164, partyOf } from './party.ts';

const address = (user: string | null, display_name: string | null) => ({ display_name, uri: { scheme: 'sip', user, host: 'pbx.test', hasParam: () => false } });

describe('text from the network', () => {
  test.each([
    ['control characters become a space', 'Jan\r\nVia: x\u0000y', 'Jan Via: x y'],
    ['characters that turn writing round are dropped', '\u202Ecod.exe\u202C \u2066x\u2069', 'cod.exe x'],
    ['invisible characters are dropped', 'Pie\u200Bt\uFEFF', 'Piet'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['letters with marks stay', 'Zoë Nuñez', 'Zoë Nuñez'],
  ])('%s', (_name, text, expected) => expect(cleanText(text, 128)).toBe(expected));

  test('is cut by characters, not in the middle of one', () => expect(cleanText('😀'.repeat(200), 3)).toBe('😀😀😀'));
});

describe('the other side', () => {
  test('a national number is read as E.164', () => expect(partyOf(address('032123456', 'Els'), 'BE')).toEqual({ number: '+3232123456', raw: '032123456', displayName: 'Els' }));
  test('a user is no number', () => expect(partyOf(address('anonymous', null), 'BE')).toEqual({ number: null, raw: 'anonymous', displayName: null }));
  test('a name that repeats the number is no name', () => expect(partyOf(address('032123456', '032123456'), 'BE').displayName).toBeNull());
  test('an address without a user is named by its host', () => expect(partyOf(address(null, null), 'BE').raw).toBe('pbx.test'));
  test('an escape that is none does no harm', () => expect(partyOf(address('%ZZ', null), 'BE').raw).toBe('%ZZ'));
});

describe('what is dialled', () => {
  test.each([
    ['0470 12 34 56', '+32470123456'],
    ['+32 (0)3 212 34 56', '+3232123456'],
    ['tel:+3232123456', '+3232123456'],
    ['1700', '1700'],
    ['*43#', '*43#'],
    ['12 34', '1234'],
    ['bob', 'bob'],
  ])('%s → %s', (typed, expected) => expect(dialString(typed, 'BE')).toBe(expected));

  test.each(['', 'bob@evil.test', 'a b', 'x;y=z', 'a\r\nb', '<b>'])('%j is refused', (typed) => expect(dialString(typed, 'BE')).toBeNull());
});

test('a number of another country keeps its own prefix', () => expect(e164('+31 20 794 0800', 'BE')).toBe('+31207940800'));
