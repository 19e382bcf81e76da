import { expect, test } from 'vitest';
import type { DialRequest } from '#shared/domain/line-policy.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { DialRequests, dialLinksOf } from './dial-requests.ts';

function desk() {
  const seen: { requests: readonly DialRequest[]; asked: number } = { requests: [], asked: 0 };
  const requests = new DialRequests({
    clock: new ManualClock(),
    logger: silentLogger,
    place: () => ({ country: 'BE', domain: 'wijnhuis.be' }),
    onChange: (next) => (seen.requests = next),
    onAsked: () => seen.asked++,
  });
  return { requests, seen };
}

test('what a command line asks for is found between everything else', () => {
  expect(dialLinksOf(['/opt/balie', '--no-sandbox', 'tel:+3292345678', '--dial=092345678', '--dial=sip:7042', '--dial=', 'file.txt'])).toEqual(['tel:+3292345678', 'tel:092345678', 'sip:7042']);
});

test('every link waits for the operator, in the order of the clicks', () => {
  const { requests, seen } = desk();
  requests.open('tel:+3292345678');
  requests.open('tel:+3293456789;ext=12');
  expect(seen.requests.map(({ target, extension }) => [target, extension])).toEqual([
    ['+3292345678', undefined],
    ['+3293456789', '12'],
  ]);
  expect(seen.asked).toBe(2);
  requests.dismiss(seen.requests[0]?.id ?? '');
  expect(seen.requests.map(({ target }) => target)).toEqual(['+3293456789']);
});

test('the same link again is shown again, and stays one', () => {
  const { requests, seen } = desk();
  requests.open('tel:+3292345678');
  requests.open('callto:+32 9 234 56 78');
  expect(seen.requests).toHaveLength(1);
  expect(seen.asked).toBe(2);
});

test('what cannot be dialled asks nobody anything, and a flood ends', () => {
  const { requests, seen } = desk();
  requests.open('tel:javascript');
  expect(seen).toEqual({ requests: [], asked: 0 });
  for (let number = 0; number < 100; number++) requests.open(`tel:${1000 + number}`);
  expect(seen.requests).toHaveLength(20);
});
