import { expect, test } from 'vitest';
import { readReferNews } from './sipfrag.ts';

function notify(body: string | null, state?: string) {
  return { body, getHeader: (name: string) => (name === 'Subscription-State' ? state : undefined) };
}

test.each([
  ['SIP/2.0 100 Trying\r\n', 'active;expires=60', { status: 100, isLast: false, expires: 60 }],
  ['SIP/2.0 200 OK', 'terminated;reason=noresource', { status: 200, isLast: true, expires: null }],
  ['SIP/2.0 486 Busy Here\r\nContact: <sip:x@y>\r\n', ' Terminated ', { status: 486, isLast: true, expires: null }],
  ['sip/2.0 180', 'pending', { status: 180, isLast: false, expires: null }],
  ['SIP/2.0 2000 Many', undefined, { status: null, isLast: false, expires: null }],
  ['HTTP/1.1 200 OK', 'active; expires=99999999', { status: null, isLast: false, expires: null }],
  [null, 'terminatedly', { status: null, isLast: false, expires: null }],
])('%j, %j', (body, state, news) => {
  expect(readReferNews(notify(body, state))).toEqual(news);
});
