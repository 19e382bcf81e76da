import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { IncomingRequest, Session } from '../jssip.ts';
import { answerMs, longestMs, Referral, silenceMs } from './referral.ts';

let clock: ManualClock;
let news: string[];
let handlers: Partial<Record<'onSuccessResponse' | 'onErrorResponse' | 'onDialogError' | 'onTransportError' | 'onRequestTimeout' | 'onAuthenticated', (argument: never) => void>>;
let referral: Referral;

beforeEach(() => {
  clock = new ManualClock();
  news = [];
  const session = {
    contact: '<sip:us@balie.invalid>',
    sendRequest: (_method: string, options: { readonly eventHandlers: typeof handlers }) => {
      handlers = options.eventHandlers;
      return { cseq: 7 };
    },
  } as unknown as Session;
  referral = new Referral(session, ['Refer-To: <sip:201@lab.test>'], clock, {
    onProgress: (phase) => news.push(phase),
    onSucceeded: () => news.push('succeeded'),
    onFailed: (status) => news.push(`failed ${status}`),
  });
});

function notify(body: string, state: string, event = 'refer'): number {
  const headers: Readonly<Record<string, string>> = { Event: event, 'Subscription-State': state };
  let replied = 0;
  const request = { body, getHeader: (name: string) => headers[name], reply: (status: number) => (replied = status) } as unknown as IncomingRequest;
  referral.onNotify(request);
  return replied;
}

const accept = () => handlers.onSuccessResponse?.(undefined as never);

test('without any answer it is given up after ten seconds, and a late answer changes nothing', () => {
  clock.advance(answerMs);
  expect(news).toEqual(['failed null']);
  accept();
  expect(notify('SIP/2.0 200 OK', 'terminated')).toBe(481);
  expect(news).toEqual(['failed null']);
});

test('accepted and then silent it is given up after a minute', () => {
  accept();
  clock.advance(silenceMs - 1);
  expect(news).toEqual(['trying']);
  clock.advance(1);
  expect(news).toEqual(['trying', 'failed null']);
});

test('it lasts as long as its subscription, and each word renews that', () => {
  accept();
  notify('SIP/2.0 180 Ringing', 'active;expires=30');
  clock.advance(29_000);
  notify('SIP/2.0 180 Ringing', 'active;expires=3600');
  clock.advance(longestMs - 1);
  expect(news).toEqual(['trying', 'ringing', 'ringing']);
  clock.advance(1);
  expect(news.at(-1)).toBe('failed null');
});

test('news that comes before the 202 is as good as the 202', () => {
  notify('SIP/2.0 100 Trying', 'active');
  expect(referral.isAccepted).toBe(true);
  clock.advance(answerMs);
  expect(news).toEqual(['trying']);
});

test('credentials change the number that the news go by', () => {
  handlers.onAuthenticated?.({ cseq: 8 } as never);
  expect(notify('SIP/2.0 200 OK', 'terminated', 'refer;id=7')).toBe(481);
  expect(notify('SIP/2.0 200 OK', 'terminated', 'refer;id=8')).toBe(200);
  expect(news).toEqual(['succeeded']);
});

test.each([
  ['onErrorResponse', { status_code: 603 }, 'failed 603'],
  ['onDialogError', { status_code: 481 }, 'failed 481'],
  ['onTransportError', undefined, 'failed null'],
  ['onRequestTimeout', undefined, 'failed null'],
] as const)('%s is the end of it', (name, argument, expected) => {
  handlers[name]?.(argument as never);
  expect(news).toEqual([expected]);
  expect(clock.pending).toBe(0);
});
