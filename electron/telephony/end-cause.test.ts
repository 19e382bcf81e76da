import { describe, expect, test } from 'vitest';
import { endingOf, reasonsOf } from './end-cause.ts';
import type { SipMessage } from './jssip.ts';

const nobody = { display_name: null, uri: { scheme: 'sip', user: null, host: 'x', hasParam: () => false, toString: () => 'sip:x' } };

function message(method: string, status: number | undefined, ...reasons: string[]): SipMessage {
  return { method, body: null, from: nobody, to: nobody, call_id: 'x', ...(status === undefined ? {} : { status_code: status }), getHeader: () => reasons[0], getHeaders: () => reasons, hasHeader: () => reasons.length > 0, parseSDP: () => null };
}

describe('the other side ended it', () => {
  test.each([
    ['BYE', undefined, [], 'hung-up'],
    ['CANCEL', undefined, [], 'cancelled'],
    ['CANCEL', undefined, ['SIP;cause=200;text="Call completed elsewhere"'], 'answered-elsewhere'],
    ['CANCEL', undefined, ['Q.850;cause=26'], 'answered-elsewhere'],
    ['CANCEL', undefined, ['SIP;cause=603;text="Declined"'], 'declined'],
    ['CANCEL', undefined, ['SIP;cause=302;text="Call picked up"'], 'forwarded'],
    ['CANCEL', undefined, ['Q.850;cause=19', 'SIP;cause=408'], 'no-answer'],
    ['BYE', undefined, ['Q.850;cause=16;text="Normal call clearing"'], 'hung-up'],
    ['BYE', undefined, ['SIP;cause=408;text="RTP timeout"'], 'connection-lost'],
    ['BYE', undefined, ['Q.850;cause=42'], 'server-error'],
    ['INVITE', 302, [], 'forwarded'],
    ['INVITE', 480, ['Q.850;cause=20'], 'unavailable'],
    ['INVITE', 486, [], 'busy'],
    ['INVITE', 600, [], 'busy'],
    ['INVITE', 603, [], 'declined'],
    ['INVITE', 480, [], 'unavailable'],
    ['INVITE', 480, ['Q.850;cause=19;text="No answer"'], 'no-answer'],
    ['INVITE', 404, [], 'not-found'],
    ['INVITE', 403, [], 'forbidden'],
    ['INVITE', 488, [], 'media-failed'],
    ['INVITE', 503, [], 'server-error'],
    ['INVITE', 503, ['Q.850;cause=17'], 'busy'],
    ['INVITE', 418, [], 'other'],
  ] as const)('%s %s %j → %s', (method, status, reasons, cause) => {
    expect(endingOf({ originator: 'remote', message: message(method, status, ...reasons), cause: 'Terminated' })).toEqual({ cause, by: 'remote', sipStatus: status ?? null });
  });
});

describe('nobody ended it', () => {
  test.each([
    ['Connection Error', 'connection-lost'],
    ['Request Timeout', 'connection-lost'],
    ['No Answer', 'no-answer'],
    ['Expires', 'no-answer'],
    ['WebRTC Error', 'media-failed'],
    ['Canceled', 'other'],
  ])('%s → %s', (cause, expected) => expect(endingOf({ originator: 'system', message: null, cause })).toEqual({ cause: expected, by: 'system', sipStatus: null }));
});

test('several reasons in one header, and those that make no sense', () => {
  expect(reasonsOf(message('BYE', undefined, 'SIP;cause=200, Q.850 ;text="x" ;cause=16', 'nonsense', 'SIP;cause=x'))).toEqual([
    { protocol: 'SIP', cause: 200 },
    { protocol: 'Q.850', cause: 16 },
  ]);
});
