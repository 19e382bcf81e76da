import { expect, test } from 'vitest';
import { addressesOf } from '../network/addresses.ts';
import { isStale } from './fresh-candidates.ts';

const now = addressesOf([{ name: 'cable', address: '198.51.100.7' }]);
const candidate = (address: string, type = 'host', transport = 'udp') => `a=candidate:1 1 ${transport} 2122260223 ${address} 4000 typ ${type}\r\n`;

test.each([
  ['only an address that is gone', candidate('192.0.2.10'), true],
  ['only addresses that are gone', candidate('192.0.2.10') + candidate('192.0.2.11', 'host', 'tcp'), true],
  ['an address of now', candidate('198.51.100.7'), false],
  ['one that is gone and one of now', candidate('192.0.2.10') + candidate('198.51.100.7'), false],
  ['a name that hides the address', candidate('9b36eaac-1c7e.local'), false],
  ['a relay alone', candidate('203.0.113.5', 'relay'), false],
  ['no candidate', '', false],
])('an offer with %s', (_what, sdp, stale) => {
  expect(isStale(`v=0\r\n${sdp}a=end-of-candidates\r\n`, now)).toBe(stale);
});
