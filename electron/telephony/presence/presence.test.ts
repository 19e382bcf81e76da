import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { info, presenceContact, ScriptedPresence } from '../../../tests/fixtures/scripted-presence.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';

let line: ScriptedTelephony;
let exchange: ScriptedPresence;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
  exchange = new ScriptedPresence(line);
});

afterEach(() => line.stop());

describe('a colleague’s telephone (RFC 4235)', () => {
  test('is free, rings, talks and is free again, in full documents and partial ones', async () => {
    const subscribe = await exchange.watch();
    expect([subscribe.header('Event'), subscribe.header('Accept')]).toEqual(['dialog', 'application/dialog-info+xml']);
    exchange.notify(subscribe, { body: info(0, []) });
    await exchange.becomes('free');
    exchange.notify(subscribe, { body: info(1, [{ state: 'early' }], 'partial') });
    await exchange.becomes('ringing');
    exchange.notify(subscribe, { body: info(2, [{ state: 'confirmed' }], 'partial') });
    await exchange.becomes('talking');
    // An old one that was held up somewhere.
    exchange.notify(subscribe, { body: info(1, [{ state: 'early' }], 'partial') });
    exchange.notify(subscribe, { body: info(3, [{ state: 'terminated' }], 'partial') });
    await exchange.becomes('free');
  });

  test('that calls somebody is not free', async () => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'trying', direction: 'initiator' }]) });
    await exchange.becomes('talking');
  });

  test('of which a document was missed is asked for the whole', async () => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, []) });
    await exchange.becomes('free');
    exchange.notify(subscribe, { body: info(5, [{ state: 'early' }], 'partial') });
    const again = await exchange.subscribed('dialog', ({ text }) => text.includes('tag=exchange'));
    exchange.accept(again);
    exchange.notify(subscribe, { body: info(6, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
  });

  test('that is never told as a whole is not asked for in a circle', async () => {
    const subscribe = await exchange.watch();
    const asked = () => line.exchange.received.filter(({ isRequest, method, text }) => isRequest && method === 'SUBSCRIBE' && text.includes('tag=exchange')).length;
    for (let version = 0; version < 20; version++) exchange.notify(subscribe, { body: info(version * 2, [{ state: 'early' }], 'partial') });
    await line.exchange.receives('the last answer', ({ status, header: _header, text }) => status === 200 && /^CSeq: 20 NOTIFY/m.test(text));
    expect(asked()).toBeLessThanOrEqual(1);
  });

  test.each([
    ['no XML at all', 'hello'],
    ['a document type with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${info(1, [{ state: 'early' }])}`],
    ['a document without an end', info(1, [{ state: 'early' }]).slice(0, -5)],
    ['a document as deep as a well', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`],
    ['a document without a version', '<dialog-info state="full"/>'],
  ])('about which somebody tells %s stays what it was', async (_name, body) => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, []) });
    await exchange.becomes('free');
    exchange.notify(subscribe, { body });
    exchange.notify(subscribe, { body: info(1, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
  });

  test('that is not told of any more is unknown, and asked for again when it makes sense', async () => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
    exchange.notify(subscribe, { state: 'terminated;reason=deactivated' });
    await exchange.becomes('unknown');
    const again = await exchange.subscribed('dialog', ({ text }) => !text.includes('tag=exchange'));
    exchange.accept(again);
    exchange.notify(again, { body: info(0, []) });
    await exchange.becomes('free');
  });

  test('is subscribed to anew after an outage', async () => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
    line.exchange.cut();
    await exchange.becomes('unknown');
    const again = await exchange.subscribed('dialog');
    expect(again.header('Call-ID')).not.toBe(subscribe.header('Call-ID'));
    exchange.accept(again);
    exchange.notify(again, { body: info(0, []) });
    await exchange.becomes('free');
  });

  test('whose interval is too short for the server gets a longer one', async () => {
    line.telephony.presence.watch(['203']);
    line.exchange.respond(await exchange.subscribed('dialog'), 423, { headers: ['Min-Expires: 3600'] });
    expect((await exchange.subscribed('dialog')).header('Expires')).toBe('3600');
  });

  test('is not asked for any more once it is of no interest', async () => {
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, []) });
    await exchange.becomes('free');
    line.telephony.presence.watch([]);
    expect((await exchange.subscribed('dialog')).header('Expires')).toBe('0');
    await until('nobody is watched', () => line.state.presence.length === 0 || undefined);
  });

  test('an exchange that does not know the package is asked once, not for everybody', async () => {
    line.telephony.presence.watch(['201']);
    line.exchange.respond(await exchange.subscribed('dialog'), 489);
    await exchange.becomes('unknown', '201');
    line.telephony.presence.watch(['201', '202', '203']);
    await until('they are listed', () => line.state.presence.length === 3 || undefined);
    expect(line.exchange.received.filter((message) => message.isRequest && message.method === 'SUBSCRIBE' && message.header('Event') === 'dialog')).toHaveLength(1);
  });
});

test('an exchange that did not know of telephones, nor of our own state, is asked again after an outage: it may be another one', async () => {
  await exchange.policy({ presence: { watch: true, publish: true } });
  line.telephony.presence.watch(['203']);
  line.exchange.respond(await exchange.subscribed('dialog'), 489);
  line.exchange.respond(await exchange.published('dialog'), 489);
  await exchange.becomes('unknown');
  line.exchange.cut();
  const again = await exchange.subscribed('dialog');
  exchange.accept(again);
  exchange.notify(again, { body: info(0, []) });
  await exchange.becomes('free');
  await exchange.published('dialog');
});

describe('pick-up', () => {
  test('by INVITE with Replaces, to the caller whose call it is (RFC 3891)', async () => {
    await exchange.policy({ pickUp: 'replaces' });
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'early', more: '<remote><identity>sip:+32470112233@lab.test</identity><target uri="sip:caller@198.51.100.7"/></remote>' }]) });
    await exchange.becomes('ringing');
    await line.telephony.pickUp('203');
    const invite = await exchange.requestOf('INVITE');
    expect(invite.first).toBe('INVITE sip:caller@198.51.100.7 SIP/2.0');
    expect([invite.header('Replaces'), invite.header('Require')]).toEqual(['c-77;to-tag=caller-tag;from-tag=callee-tag;early-only', 'replaces']);
    line.exchange.respond(invite, 200, { headers: [presenceContact], body: sdp('caller') });
    await line.theCall('connected');
  });

  test('by feature code', async () => {
    await exchange.policy({ pickUp: { featureCode: '**' } });
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'early' }]) });
    await exchange.becomes('ringing');
    await line.telephony.pickUp('203');
    expect((await exchange.requestOf('INVITE')).first).toContain('sip:**203@lab.test');
  });

  test('is refused where nothing rings any more, or the centre does not allow it', async () => {
    await expect(line.telephony.pickUp('203')).rejects.toMatchObject({ code: 'pick-up.refused' });
    await exchange.policy({ pickUp: 'replaces' });
    const subscribe = await exchange.watch();
    exchange.notify(subscribe, { body: info(0, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
    await expect(line.telephony.pickUp('203')).rejects.toMatchObject({ code: 'pick-up.refused' });
  });
});

describe('voicemail (RFC 3842)', () => {
  const summary = (counts: string) => `Messages-Waiting: yes\r\nMessage-Account: sip:operator@lab.test\r\nVoice-Message: ${counts} (0/0)\r\n`;

  test('is subscribed to where there is one, counted, and called', async () => {
    await exchange.policy({ voicemail: '*97' });
    const subscribe = await exchange.subscribed('message-summary');
    expect(subscribe.first).toContain('sip:operator@lab.test');
    exchange.accept(subscribe);
    exchange.notify(subscribe, { body: summary('2/8'), type: 'application/simple-message-summary' });
    await until('the messages are counted', () => line.state.voicemail?.newMessages === 2 || undefined);
    expect(line.state.voicemail).toEqual({ newMessages: 2, oldMessages: 8 });
    await line.telephony.dialVoicemail();
    expect((await exchange.requestOf('INVITE')).first).toContain('sip:*97@lab.test');
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
    await exchange.policy({ presence: { watch: true, publish: true } });
    const first = await exchange.published('dialog');
    expect([first.header('Event'), first.body.includes('<dialog ')]).toEqual(['dialog', false]);
    line.exchange.respond(first, 200, { headers: ['SIP-ETag: e1', 'Expires: 1800'] });
    const remote = line.exchange.call();
    remote.request('INVITE', { body: sdp('caller') });
    await line.theCall('ringing');
    const second = await exchange.published('dialog');
    expect([second.header('SIP-If-Match'), second.body.includes('<state>early</state>'), second.body.includes('112233')]).toEqual(['e1', true, false]);
    // The server was restarted.
    line.exchange.respond(second, 412);
    const third = await exchange.published('dialog');
    expect([third.header('SIP-If-Match'), third.body.includes('<state>early</state>')]).toEqual(['', true]);
  });

  test('is not published unless the centre asks for it', async () => {
    const { id } = await line.conversation();
    expect(id).not.toBe('');
    expect(line.exchange.received.some(({ method }) => method === 'PUBLISH')).toBe(false);
  });
});
