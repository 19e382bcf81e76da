import { expect, test } from 'vitest';
import { provisioningSchema } from '#shared/contract/session.ts';
import { callSchema } from '#shared/domain/call.ts';
import { incomingCall } from './call-description.ts';
import type { SipMessage } from './jssip.ts';

const provisioning = provisioningSchema.parse({ sip: { servers: [{ url: 'wss://sip.example' }], uri: 'sip:operator@lab.test', authorizationUser: 'operator', password: 'secret', displayName: 'Liesbeth', registerExpires: 600, sessionExpires: 0 }, ice: { servers: [], relayOnly: false, gatheringCapMs: 500 }, queueHeader: 'X-Queue', country: 'BE', policy: { noteHeader: 'X-Note' } });

/** An INVITE that says the same everywhere where it can say anything. */
function saying(text: string): SipMessage {
  const address = { display_name: text, uri: { scheme: 'sip', user: text, host: text } };
  const headers: Readonly<Record<string, string>> = { 'X-Queue': text, 'X-Note': text, 'P-Called-Party-ID': `<sip:${text}@lab.test>` };
  return { from: address, to: address, call_id: 'c'.repeat(5_000), getHeader: (name: string) => headers[name] } as unknown as SipMessage;
}

test.each([
  ['nothing', ''],
  ['letters without an end', 'a'.repeat(5_000)],
  ['letters of two halves', '\u{1F600}'.repeat(130)],
  ['letters with more marks than one can count', `e${'\u0301'.repeat(3_000)}`.repeat(3)],
  ['families', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}'.repeat(200)],
  ['half a letter', '\uD83D'.repeat(300)],
  ['lines and writing that turns round', 'a\r\nb\u202Ec\u0000'.repeat(300)],
  ['percent signs', '%F0%9F%98%80'.repeat(300)],
])('who says %s everywhere is a call that the screen can show', (_what, text) => {
  expect(callSchema.safeParse(incomingCall(saying(text), provisioning, '2026-01-01T00:00:00.000Z')).error).toBeUndefined();
});
