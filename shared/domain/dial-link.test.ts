import { describe, expect, test } from 'vitest';
import { isDialLink, parseDialLink } from './dial-link.ts';

const read = (text: string) => parseDialLink(text, { country: 'BE', domain: 'wijnhuis.be' });

test.each([
  ['tel:+3292345678', '+3292345678'],
  ['TEL:+32-9-234.56.78', '+3292345678'],
  ['tel:+32%209%20234%2056%2078', '+3292345678'],
  ['tel:+32 (9) 234 56 78', '+3292345678'],
  ['tel://+3292345678', '+3292345678'],
  ['callto:+3292345678', '+3292345678'],
  ['callto://+3292345678', '+3292345678'],
  ['tel:092345678', '092345678'],
  ['tel:7042;phone-context=wijnhuis.be', '7042'],
  ['tel:2345678;phone-context=+329', '+3292345678'],
  ['tel:092345678;phone-context=+32', '+3292345678'],
  ['tel:*98', '*98'],
  ['sip:+3292345678@sip.example.org;user=phone', '+3292345678'],
  ['sips:+32-9-2345678@sip.example.org', '+3292345678'],
  ['sip:jan.peeters@wijnhuis.be', 'jan.peeters'],
  ['sip:jan.peeters@wijnhuis.be:5061;transport=tcp', 'jan.peeters'],
  ['sip:jan:secret@wijnhuis.be', 'jan'],
  ['sip:7042', '7042'],
  ['sip:+3292345678@evil.example?Replaces=a&Call-Info=b', '+3292345678'],
])('%s asks for %s', (link, target) => {
  expect(read(link)).toEqual({ target });
});

test('an extension stays apart from the number', () => {
  expect(read('tel:+3292345678;ext=12-3')).toEqual({ target: '+3292345678', extension: '123' });
});

describe('is refused', () => {
  test.each([
    ['letters', 'tel:0800-FLOWERS'],
    ['a pause and digits behind it', 'tel:+3292345678,,1234'],
    ['nothing', 'tel:'],
    ['only separators', 'tel:-.()'],
    ['a line break that would begin a header', 'tel:+3292345678%0d%0aRoute:%20x'],
    ['an invisible character that turns the writing round', 'tel:+32%E2%80%AE92345678'],
    ['half an escape', 'tel:+32%9'],
    ['an escape within an escape', 'tel:%252B3292345678'],
    ['a plus in the middle', 'tel:0032+92345678'],
    ['more digits than a number has', `tel:+${'9'.repeat(30)}`],
    ['more text than a link has', `tel:+3292345678;x=${'y'.repeat(600)}`],
    ['an extension that is none', 'tel:+3292345678;ext=1234567890123'],
    ['a context that is none', 'tel:1234;phone-context=+12a'],
    ['a user of somebody else', 'sip:ceo@evil.example'],
    ['a user with a space', 'sip:jan peeters@wijnhuis.be'],
    ['markup', 'sip:<b>@wijnhuis.be'],
    ['another scheme', 'mailto:jan@wijnhuis.be'],
    ['a scheme that only begins like ours', 'telnet:+3292345678'],
  ])('%s', (_what, link) => {
    expect(read(link)).toBeNull();
  });
});

test('a user is nobody without a domain of our own', () => {
  expect(parseDialLink('sip:jan@wijnhuis.be', { country: 'BE', domain: null })).toBeNull();
});

test('is told from switches and files', () => {
  expect(['tel:1', 'SIPS:a@b', 'callto:1'].every(isDialLink)).toBe(true);
  expect(['--enrol=tel:1', '/home/tel', 'tel', 'https://tel:1'].some(isDialLink)).toBe(false);
});
