import { describe, expect, test } from 'vitest';
import { agreesToHold, isHoldOf } from './audio-direction.ts';

function description({ session = [], media = [], port = 4000 }: { readonly session?: readonly string[]; readonly media?: readonly string[]; readonly port?: number }): string {
  return ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', ...session, 't=0 0', `m=audio ${port} RTP/AVP 0`, ...media, ''].join('\r\n');
}

describe('the other side has put us on hold', () => {
  test.each([
    ['by sendonly', { media: ['a=sendonly'] }, true],
    ['by inactive', { media: ['a=inactive'] }, true],
    ['by a direction of the session', { session: ['a=sendonly'] }, true],
    ['not, when the audio says otherwise', { session: ['a=sendonly'], media: ['a=sendrecv'] }, false],
    ['not by recvonly', { media: ['a=recvonly'] }, false],
    ['not by saying nothing', { session: ['c=IN IP4 192.0.2.1'] }, false],
    ['in the old style', { session: ['c=IN IP4 0.0.0.0'] }, true],
    ['in the old style, for the audio alone', { session: ['c=IN IP4 192.0.2.1'], media: ['c=IN IP4 0.0.0.0', 'a=sendrecv'] }, true],
    ['not by a browser that is still gathering', { media: ['c=IN IP4 0.0.0.0'], port: 9 }, false],
    ['not where candidates tell the address', { media: ['c=IN IP4 0.0.0.0', 'a=candidate:1 1 udp 1 192.0.2.1 4000 typ host'] }, false],
    ['not by refusing the audio', { media: ['a=inactive'], port: 0 }, false],
  ])('%s', (_how, parts, expected) => {
    expect(isHoldOf(description(parts))).toBe(expected);
  });

  test('nonsense is no hold', () => {
    expect(isHoldOf('')).toBe(false);
    expect(isHoldOf('m=video 4000 RTP/AVP 99\r\na=sendonly')).toBe(false);
  });
});

test.each([
  ['recvonly', true],
  ['inactive', true],
  ['sendrecv', false],
  ['sendonly', false],
] as const)('an answer that is %s agrees to a hold: %s', (direction, expected) => {
  expect(agreesToHold(description({ media: [`a=${direction}`] }))).toBe(expected);
});
