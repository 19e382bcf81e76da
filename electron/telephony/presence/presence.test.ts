import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TelephonePolicy } from '#shared/contract/session.ts';
import type { LineState } from '#shared/domain/presence.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import type { SipText } from '../../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
});

afterEach(() => line.stop());

async function policy(change: Partial<TelephonePolicy>): Promise<void> {
  await line.telephony.stop();
  await line.telephony.start(line.provisioning({}, change));
  await line.registered();
}

function requestOf(method: string, also: (message: SipText) => boolean = () => true): Promise<SipText> {
  return line.exchange.receives(method, (message) => message.isRequest && message.method === method && also(message));
}

const contact = 'Contact: <sip:presence@exchange.invalid;transport=ws>';
let cseq = 0;

/** A NOTIFY inside the subscription that a SUBSCRIBE began. */
function notify(subscribe: SipText, { body = '', state = 'active;expires=1800', type = 'application/dialog-info+xml' }: { readonly body?: string; readonly state?: string; readonly type?: string } = {}): void {
  const target = /<([^>]+)>/.exec(subscribe.header('Contact'))?.[1] ?? '';
  const to = subscribe.header('To');
  const number = ++cseq;
  line.exchange.inject(
    [`NOTIFY ${target} SIP/2.0`, `Via: SIP/2.0/WS exchange.invalid;branch=z9hG4bK-notify-${number}`, `From: ${to.includes('tag=') ? to : `${to};tag=exchange`}`, `To: ${subscribe.header('From')}`, `Call-ID: ${subscribe.header('Call-ID')}`, `CSeq: ${number} NOTIFY`, 'Max-Forwards: 70', contact, `Event: ${subscribe.header('Event')}`, `Subscription-State: ${state}`, ...(body === '' ? [] : [`Content-Type: ${type}`]), `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'),
  );
}

function accept(subscribe: SipText): void {
  line.exchange.respond(subscribe, 200, { headers: [contact, 'Expires: 1800'] });
}

/** Watches a colleague, and takes the subscription. */
async function watch(number = '203'): Promise<SipText> {
  line.telephony.presence.watch([number]);
  const subscribe = await requestOf('SUBSCRIBE', ({ first }) => first.includes(`sip:${number}@`));
  accept(subscribe);
  return subscribe;
}

interface Dialog {
  readonly id?: string;
  readonly state: string;
  readonly direction?: string;
  readonly more?: string;
}

function info(version: number, dialogs: readonly Dialog[], state: 'full' | 'partial' = 'full'): string {
  const rows = dialogs.map(({ id = 'd1', state: said, direction = 'recipient', more = '' }) => `<dialog id="${id}" direction="${direction}" call-id="c-77" local-tag="callee-tag" remote-tag="caller-tag"><state>${said}</state>${more}</dialog>`);
  return `<?xml version="1.0"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${state}" entity="sip:203@lab.test">${rows.join('')}</dialog-info>`;
}

function becomes(state: LineState, number = '203'): Promise<true> {
  return until(`${number} is ${state}; there is ${JSON.stringify(line.state.presence)}`, () => line.state.presence.some((one) => one.number === number && one.state === state) || undefined);
}

describe('a colleague’s telephone (RFC 4235)', () => {
  test('is free, rings, talks and is free again, in full documents and partial ones', async () => {
    const subscribe = await watch();
    expect([subscribe.header('Event'), subscribe.header('Accept')]).toEqual(['dialog', 'application/dialog-info+xml']);
    notify(subscribe, { body: info(0, []) });
    await becomes('free');
    notify(subscribe, { body: info(1, [{ state: 'early' }], 'partial') });
    await becomes('ringing');
    notify(subscribe, { body: info(2, [{ state: 'confirmed' }], 'partial') });
    await becomes('talking');
    // An old one that was held up somewhere.
    notify(subscribe, { body: info(1, [{ state: 'early' }], 'partial') });
    notify(subscribe, { body: info(3, [{ state: 'terminated' }], 'partial') });
    await becomes('free');
  });

  test('that calls somebody is not free', async () => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'trying', direction: 'initiator' }]) });
    await becomes('talking');
  });

  test('of which a document was missed is asked for the whole', async () => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, []) });
    await becomes('free');
    notify(subscribe, { body: info(5, [{ state: 'early' }], 'partial') });
    const again = await requestOf('SUBSCRIBE', ({ text }) => text.includes('tag=exchange'));
    accept(again);
    notify(subscribe, { body: info(6, [{ state: 'confirmed' }]) });
    await becomes('talking');
  });

  test.each([
    ['no XML at all', 'hello'],
    ['a document type with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${info(1, [{ state: 'early' }])}`],
    ['a document without an end', info(1, [{ state: 'early' }]).slice(0, -5)],
    ['a document as deep as a well', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`],
    ['a document without a version', '<dialog-info state="full"/>'],
  ])('about which somebody tells %s stays what it was', async (_name, body) => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, []) });
    await becomes('free');
    notify(subscribe, { body });
    notify(subscribe, { body: info(1, [{ state: 'confirmed' }]) });
    await becomes('talking');
  });

  test('that is not told of any more is unknown, and asked for again when it makes sense', async () => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await becomes('talking');
    notify(subscribe, { state: 'terminated;reason=deactivated' });
    await becomes('unknown');
    const again = await requestOf('SUBSCRIBE', ({ text }) => !text.includes('tag=exchange'));
    accept(again);
    notify(again, { body: info(0, []) });
    await becomes('free');
  });

  test('is subscribed to anew after an outage', async () => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await becomes('talking');
    line.exchange.cut();
    await becomes('unknown');
    const again = await requestOf('SUBSCRIBE');
    expect(again.header('Call-ID')).not.toBe(subscribe.header('Call-ID'));
    accept(again);
    notify(again, { body: info(0, []) });
    await becomes('free');
  });

  test('whose interval is too short for the server gets a longer one', async () => {
    line.telephony.presence.watch(['203']);
    line.exchange.respond(await requestOf('SUBSCRIBE'), 423, { headers: ['Min-Expires: 3600'] });
    expect((await requestOf('SUBSCRIBE')).header('Expires')).toBe('3600');
  });

  test('is not asked for any more once it is of no interest', async () => {
    const subscribe = await watch();
    notify(subscribe, { body: info(0, []) });
    await becomes('free');
    line.telephony.presence.watch([]);
    expect((await requestOf('SUBSCRIBE')).header('Expires')).toBe('0');
    await until('nobody is watched', () => line.state.presence.length === 0 || undefined);
  });

  test('an exchange that does not know the package is asked once, not for everybody', async () => {
    line.telephony.presence.watch(['201']);
    line.exchange.respond(await requestOf('SUBSCRIBE'), 489);
    await becomes('unknown', '201');
    line.telephony.presence.watch(['201', '202', '203']);
    await until('they are listed', () => line.state.presence.length === 3 || undefined);
    expect(line.exchange.received.filter(({ method, isRequest }) => isRequest && method === 'SUBSCRIBE')).toHaveLength(1);
  });
});

describe('pick-up', () => {
  test('by INVITE with Replaces, to the caller whose call it is (RFC 3891)', async () => {
    await policy({ pickUp: 'replaces' });
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'early', more: '<remote><identity>sip:+32470112233@lab.test</identity><target uri="sip:caller@198.51.100.7"/></remote>' }]) });
    await becomes('ringing');
    await line.telephony.pickUp('203');
    const invite = await requestOf('INVITE');
    expect(invite.first).toBe('INVITE sip:caller@198.51.100.7 SIP/2.0');
    expect([invite.header('Replaces'), invite.header('Require')]).toEqual(['c-77;to-tag=caller-tag;from-tag=callee-tag;early-only', 'replaces']);
    line.exchange.respond(invite, 200, { headers: [contact], body: sdp('caller') });
    await line.theCall('connected');
  });

  test('by feature code', async () => {
    await policy({ pickUp: { featureCode: '**' } });
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'early' }]) });
    await becomes('ringing');
    await line.telephony.pickUp('203');
    expect((await requestOf('INVITE')).first).toContain('sip:**203@lab.test');
  });

  test('is refused where nothing rings any more, or the centre does not allow it', async () => {
    await expect(line.telephony.pickUp('203')).rejects.toMatchObject({ code: 'pick-up.refused' });
    await policy({ pickUp: 'replaces' });
    const subscribe = await watch();
    notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await becomes('talking');
    await expect(line.telephony.pickUp('203')).rejects.toMatchObject({ code: 'pick-up.refused' });
  });
});

describe('voicemail (RFC 3842)', () => {
  const summary = (counts: string) => `Messages-Waiting: yes\r\nMessage-Account: sip:operator@lab.test\r\nVoice-Message: ${counts} (0/0)\r\n`;

  test('is subscribed to where there is one, counted, and called', async () => {
    await policy({ voicemail: '*97' });
    const subscribe = await requestOf('SUBSCRIBE', ({ text }) => text.includes('Event: message-summary'));
    expect(subscribe.first).toContain('sip:operator@lab.test');
    accept(subscribe);
    notify(subscribe, { body: summary('2/8'), type: 'application/simple-message-summary' });
    await until('the messages are counted', () => line.state.voicemail?.newMessages === 2 || undefined);
    expect(line.state.voicemail).toEqual({ newMessages: 2, oldMessages: 8 });
    await line.telephony.dialVoicemail();
    expect((await requestOf('INVITE')).first).toContain('sip:*97@lab.test');
  });

  test('is also believed when it is told unasked', async () => {
    const remote = line.exchange.call();
    remote.request('NOTIFY', { headers: ['Event: message-summary', 'Subscription-State: active', 'Content-Type: application/simple-message-summary'], body: summary('1/0') });
    await until('the messages are counted', () => line.state.voicemail?.newMessages === 1 || undefined);
  });

  test('that there is none is said', async () => {
    await expect(line.telephony.dialVoicemail()).rejects.toMatchObject({ code: 'call.number-invalid' });
  });
});

describe('own state (RFC 3903)', () => {
  test('is published while the centre asks for it, without a word about the other side', async () => {
    await policy({ presence: { watch: true, publish: true } });
    const first = await requestOf('PUBLISH');
    expect([first.header('Event'), first.body.includes('<dialog ')]).toEqual(['dialog', false]);
    line.exchange.respond(first, 200, { headers: ['SIP-ETag: e1', 'Expires: 1800'] });
    const remote = line.exchange.call();
    remote.request('INVITE', { body: sdp('caller') });
    await line.theCall('ringing');
    const second = await requestOf('PUBLISH');
    expect([second.header('SIP-If-Match'), second.body.includes('<state>early</state>'), second.body.includes('112233')]).toEqual(['e1', true, false]);
    // The server was restarted.
    line.exchange.respond(second, 412);
    const third = await requestOf('PUBLISH');
    expect([third.header('SIP-If-Match'), third.body.includes('<state>early</state>')]).toEqual(['', true]);
  });

  test('is not published unless the centre asks for it', async () => {
    const { id } = await line.conversation();
    expect(id).not.toBe('');
    expect(line.exchange.received.some(({ method }) => method === 'PUBLISH')).toBe(false);
  });
});
