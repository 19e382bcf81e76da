import { describe, expect, test } from 'vitest';
import { encodeNote, readNote } from './hand-over-note.ts';

describe('a hand-over note', () => {
  test.each(['Kent de klant', 'Eén regel\nen nog een', '100% zeker (echt)', '%41 is geen A', '%', '😀 "aanhaling" \'enkel\' <b>', 'a'.repeat(400)])('travels and arrives: %j', (note) => {
    expect(readNote(encodeNote(note))).toBe(note);
  });

  test.each(['Kent de klant', '100% zeker (echt)', '%41 is geen A'])('arrives also where a server has encoded it once more: %j', (note) => {
    expect(readNote(encodeURIComponent(encodeNote(note)))).toBe(note);
  });

  test('is a token, whatever is in it', () => {
    expect(encodeNote('Regel\r\nX-Evil: 1; "<>" \u0000 ()=,/')).toMatch(/^[\w%.!~*'-]+$/);
  });

  test('of nothing is no header', () => {
    expect(encodeNote(' \n ')).toBe('');
  });

  test('that is too long is cut between characters', () => {
    const encoded = encodeNote('é'.repeat(1000));
    expect(encoded.length).toBeLessThanOrEqual(600);
    expect(readNote(encoded)).toMatch(/^é+$/);
    expect(readNote(encodeNote('\uD800 half'))).toBe('\uFFFD half');
  });
});

describe('what somebody put in the header', () => {
  test.each([
    ['nothing', undefined, null],
    ['blanks', '  ', null],
    ['plain text of another system', 'plain text', 'plain text'],
    ['what does not decode', '%E9%ZZ', '%E9%ZZ'],
    ['control and invisible characters', '%20a%00b%E2%80%AEc%07', 'a bc'],
    ['far too much', 'x'.repeat(5000), null],
  ])('%s', (_what, value, expected) => {
    expect(readNote(value)).toBe(expected);
  });
});
