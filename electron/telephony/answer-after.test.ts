import { expect, test } from 'vitest';
import { answerAfter } from './answer-after.ts';

const of = (header: string, value: string) => ({ getHeaders: (name: string) => (name === header ? [value] : []) });

test.each([
  ['Call-Info', '<sip:pbx.test>;answer-after=0', 0],
  ['Call-Info', '<sip:pbx.test>; Answer-After = 5', 5],
  ['Call-Info', 'answer-after=2', 2],
  ['Call-Info', '<sip:pbx.test>;purpose=icon', null],
  ['Call-Info', '<sip:pbx.test>;answer-after=100000', null],
  ['Alert-Info', '<http://127.0.0.1>;info=alert-autoanswer;delay=3', 3],
  ['Alert-Info', 'info=alert-autoanswer', 0],
  ['Alert-Info', '<sip:pbx.test>;answer-after=1', 1],
  ['Alert-Info', 'Auto Answer', null],
  ['Alert-Info', '<urn:alert:service:call-waiting>', null],
  ['Alert-Info', '<http://pbx.test>;info=external', null],
] as const)('%s: %s → %s', (header, value, seconds) => expect(answerAfter(of(header, value), ['Call-Info', 'Alert-Info'])).toBe(seconds));

test('a header that the centre does not trust is not listened to', () => {
  expect(answerAfter(of('Call-Info', '<sip:x>;answer-after=0'), ['Alert-Info'])).toBeNull();
  expect(answerAfter(of('Call-Info', '<sip:x>;answer-after=0'), [])).toBeNull();
});

test('nobody waits longer than a minute', () => expect(answerAfter(of('Call-Info', ';answer-after=9999'), ['Call-Info'])).toBe(60));
