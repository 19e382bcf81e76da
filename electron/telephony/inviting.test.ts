import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sdp, type FakeAudioLink } from '../../tests/fixtures/fake-audio-link.ts';
import type { ScriptedExchange, SipText } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';

let line: ScriptedTelephony;
let exchange: ScriptedExchange;
let link: FakeAudioLink;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
  ({ exchange, link } = line);
});

afterEach(() => line.stop());

const contact = 'Contact: <sip:callee@exchange.invalid;transport=ws>';
/** To a fork of its own. */
const from = (fork: string) => ({ tag: fork, contact: `Contact: <sip:${fork}@exchange.invalid;transport=ws>` });

/** Dials, and waits for the INVITE. */
async function dial(): Promise<{ readonly id: string; readonly invite: SipText }> {
  const id = await line.telephony.dial('203');
  return { id, invite: await requestOf('INVITE') };
}

function requestOf(method: string, also: (message: SipText) => boolean = () => true): Promise<SipText> {
  return exchange.receives(method, (message) => message.isRequest && message.method === method && also(message));
}

function cseqOf(message: SipText): number {
  return Number(message.header('CSeq').split(' ')[0]);
}

/** A request of the callee inside the dialog that it made of the INVITE. */
function within(invite: SipText, fork: string, method: string, cseq: number, { headers = [], body = '' }: { readonly headers?: readonly string[]; readonly body?: string } = {}): void {
  const target = /<([^>]+)>/.exec(invite.header('Contact'))?.[1] ?? '';
  const lines = [`${method} ${target} SIP/2.0`, `Via: SIP/2.0/WS exchange.invalid;branch=z9hG4bK-${fork}-${method}-${cseq}`, `From: ${invite.header('To')};tag=${fork}`, `To: ${invite.header('From')}`, `Call-ID: ${invite.header('Call-ID')}`, `CSeq: ${cseq} ${method}`, 'Max-Forwards: 70', from(fork).contact, ...headers, ...(body === '' ? [] : ['Content-Type: application/sdp']), `Content-Length: ${body.length}`];
  exchange.inject([...lines, '', body].join('\r\n'));
}

describe('early media (RFC 3960)', () => {
  test('what is heard before the answer stops our own ringback, also after a 180 that follows', async () => {
    const { invite } = await dial();
    exchange.respond(invite, 180, { headers: [contact] });
    await line.theCall('alerting', ({ earlyMedia }) => !earlyMedia);
    expect(link.inputs('ring').at(-1)).toEqual({ tone: 'ringback' });
    exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    await line.theCall('alerting', ({ earlyMedia }) => earlyMedia);
    expect(link.inputs('ring').at(-1)).toEqual({ tone: 'none' });
    exchange.respond(invite, 180, { headers: [contact] });
    exchange.respond(invite, 200, { headers: [contact], body: sdp('early') });
    await line.theCall('connected');
    expect(link.inputs('ring').at(-1)).toEqual({ tone: 'none' });
  });

  test('digits typed ahead wait for whoever is heard, and leave in the order of typing', async () => {
    const { id, invite } = await dial();
    const sent = Promise.all([line.telephony.sendDigits(id, '1'), line.telephony.sendDigits(id, '2')]);
    exchange.respond(invite, 180, { headers: [contact] });
    await line.theCall('alerting', ({ earlyMedia }) => !earlyMedia);
    expect(link.inputs('slot.digits')).toEqual([]);
    exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    await sent;
    await line.telephony.sendDigits(id, '#');
    expect(link.inputs('slot.digits').map((input) => input['digits'])).toEqual(['1', '2', '#']);
    expect(await line.theCall('alerting')).toMatchObject({ id, earlyMedia: true });
  });

  test('digits typed ahead of a call that nobody answers go nowhere, and trouble nobody', async () => {
    const { id, invite } = await dial();
    const sent = line.telephony.sendDigits(id, '1');
    exchange.respond(invite, 486);
    await sent;
    expect(link.inputs('slot.digits')).toEqual([]);
    await expect(line.telephony.sendDigits(id, '1')).rejects.toMatchObject({ code: 'call.illegal' });
  });

  test('a 200 right behind the 183 that says the same leaves the sound as it is', async () => {
    const { invite } = await dial();
    exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    exchange.respond(invite, 200, { headers: [contact], body: sdp('early') });
    await requestOf('ACK');
    await line.theCall('connected');
    expect(link.inputs('slot.offer')).toHaveLength(1);
    expect(link.inputs('slot.accept').map((input) => input['sdp'])).toEqual([sdp('early')]);
  });

  test('a 200 that says something else is followed', async () => {
    const { invite } = await dial();
    exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    exchange.respond(invite, 200, { headers: [contact], body: sdp('other') });
    await requestOf('ACK');
    expect(link.inputs('slot.accept').map((input) => input['sdp'])).toEqual([sdp('early'), sdp('other')]);
  });

  test('of two forks that let hear something the last one is heard', async () => {
    const { invite } = await dial();
    const [first, second] = [from('first'), from('second')];
    exchange.respond(invite, 183, { tag: first.tag, headers: [first.contact], body: sdp('first') });
    exchange.respond(invite, 183, { tag: second.tag, headers: [second.contact], body: sdp('second') });
    exchange.respond(invite, 200, { tag: second.tag, headers: [second.contact], body: sdp('second') });
    expect((await requestOf('ACK')).first).toContain('sip:second@');
    expect(link.inputs('slot.accept').map((input) => input['sdp'])).toEqual([sdp('first'), sdp('second')]);
  });
});

describe('reliable provisional responses (RFC 3262)', () => {
  const reliable = (rseq: number) => [contact, 'Require: 100rel', `RSeq: ${rseq}`];

  test('each is acknowledged once, in order; a 200 without SDP is good after a reliable answer', async () => {
    const { invite } = await dial();
    expect(invite.text).toContain('Supported: 100rel');
    exchange.respond(invite, 183, { headers: reliable(711), body: sdp('early') });
    const prack = await requestOf('PRACK');
    expect(prack.header('RAck')).toBe(`711 ${cseqOf(invite)} INVITE`);
    exchange.respond(prack, 200);
    // A repetition, and one that leaves a gap behind it.
    exchange.respond(invite, 183, { headers: reliable(711), body: sdp('early') });
    exchange.respond(invite, 180, { headers: reliable(713) });
    exchange.respond(invite, 180, { headers: reliable(712) });
    expect((await requestOf('PRACK')).header('RAck')).toBe(`712 ${cseqOf(invite)} INVITE`);
    exchange.respond(invite, 200, { headers: [contact] });
    const ack = await requestOf('ACK');
    expect(cseqOf(ack)).toBe(cseqOf(invite));
    await line.theCall('connected');
    expect(exchange.received.filter(({ method, isRequest }) => isRequest && method === 'PRACK')).toHaveLength(2);
  });

  test('who requires them of us is told that we do not give them', async () => {
    const remote = exchange.call();
    const response = await remote.answer(remote.request('INVITE', { headers: ['Require: 100rel'], body: sdp('caller') }));
    expect(response.status).toBe(420);
    expect(response.header('Unsupported')).toBe('100rel');
    expect(line.state.calls).toEqual([]);
  });
});

describe('forks (RFC 3261 section 13.2.2.4)', () => {
  test('the second answer is acknowledged and ended, in its own dialog; the first call goes on', async () => {
    const { invite } = await dial();
    const [first, second] = [from('first'), from('second')];
    exchange.respond(invite, 200, { tag: first.tag, headers: [first.contact], body: sdp('first') });
    await requestOf('ACK', ({ first: start }) => start.includes('sip:first@'));
    exchange.respond(invite, 200, { tag: second.tag, headers: [second.contact], body: sdp('second') });
    expect((await requestOf('ACK')).first).toContain('sip:second@');
    const bye = await requestOf('BYE');
    expect(bye.first).toContain('sip:second@');
    expect(bye.header('To')).toContain('tag=second');
    exchange.respond(bye, 200);
    // It had not heard our ACK: it gets another, and no second BYE.
    exchange.respond(invite, 200, { tag: second.tag, headers: [second.contact], body: sdp('second') });
    expect((await requestOf('ACK')).first).toContain('sip:second@');
    expect(exchange.received.filter(({ method, isRequest }) => isRequest && method === 'BYE')).toHaveLength(1);
    await line.theCall('connected');
  });

  test('an answer that crosses our CANCEL is acknowledged and ended', async () => {
    const { id, invite } = await dial();
    exchange.respond(invite, 180, { headers: [contact] });
    await line.theCall('alerting');
    line.telephony.hangUp(id);
    await requestOf('CANCEL');
    exchange.respond(invite, 200, { headers: [contact], body: sdp('late') });
    await requestOf('ACK');
    exchange.respond(await requestOf('BYE'), 200);
    expect(await line.theCall('ended')).toMatchObject({ cause: 'cancelled', endedBy: 'local' });
  });
});

describe('UPDATE before the answer (RFC 3311)', () => {
  test('an offer is answered once the first one was, and what the 200 repeats does not undo it', async () => {
    const { invite } = await dial();
    exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    await line.theCall('alerting', ({ earlyMedia }) => earlyMedia);
    within(invite, 'exchange', 'UPDATE', 1, { body: sdp('moved') });
    const response = await exchange.receives('the answer to UPDATE', ({ status, method }) => method === 'UPDATE' && status > 0);
    expect([response.status, response.body.startsWith('v=0')]).toEqual([200, true]);
    exchange.respond(invite, 200, { headers: [contact], body: sdp('early') });
    await requestOf('ACK');
    await line.theCall('connected');
    expect(link.inputs('slot.accept').map((input) => input['sdp'])).toEqual([sdp('early')]);
    expect(link.inputs('slot.answer').map((input) => input['sdp'])).toEqual([sdp('moved')]);
  });

  test.each([
    ['before the first offer was answered', sdp('moved'), 491],
    ['without an offer', '', 200],
  ])('%s', async (_name, body, status) => {
    const { invite } = await dial();
    exchange.respond(invite, 180, { headers: [contact] });
    await line.theCall('alerting');
    within(invite, 'exchange', 'UPDATE', 1, { body });
    expect((await exchange.receives('the answer to UPDATE', (message) => message.method === 'UPDATE' && message.status > 0)).status).toBe(status);
  });
});

describe('redirection (RFC 3261 section 8.1.3.4)', () => {
  test('the contact that is wanted most is called, in the same call', async () => {
    const { id, invite } = await dial();
    exchange.respond(invite, 302, { headers: ['Contact: <sip:205@lab.test>;q=0.3, <sip:204@lab.test>;q=0.9'] });
    const again = await requestOf('INVITE', ({ first }) => first.includes('sip:204@lab.test'));
    expect([again.header('Call-ID'), cseqOf(again) > cseqOf(invite)]).toEqual([invite.header('Call-ID'), true]);
    exchange.respond(again, 200, { headers: [contact], body: sdp('other') });
    expect((await line.theCall('connected')).id).toBe(id);
  });

  test.each([
    ['outside the own domain', '<sip:+3290012345@elsewhere.example>'],
    ['to something that is no telephone', '<mailto:help@lab.test>'],
    ['to nowhere', ''],
  ])('%s is told, not followed', async (_name, target) => {
    const { invite } = await dial();
    exchange.respond(invite, 302, { headers: target === '' ? [] : [`Contact: ${target}`] });
    expect(await line.theCall('ended')).toMatchObject({ cause: 'forwarded', endedBy: 'remote', sipStatus: 302 });
  });

  test('a circle ends, and one that changes its name at every turn too', async () => {
    await dial();
    const seen = exchange.received.find(({ method, isRequest }) => isRequest && method === 'INVITE');
    let invite = seen ?? (await requestOf('INVITE'));
    for (let turn = 1; turn <= 5; turn++) {
      exchange.respond(invite, 302, { headers: [`Contact: <sip:30${turn}@lab.test>`] });
      invite = await requestOf('INVITE', ({ first }) => first.includes(`sip:30${turn}@`));
    }
    exchange.respond(invite, 302, { headers: ['Contact: <sip:306@lab.test>'] });
    expect(await line.theCall('ended')).toMatchObject({ cause: 'forwarded' });
  });
});

test('a session interval that somebody on the way finds too short is made longer (RFC 4028 section 7.3)', async () => {
  await line.telephony.stop();
  await line.telephony.start(line.provisioning({ sessionExpires: 90 }));
  await line.registered();
  const { invite } = await dial();
  expect(invite.header('Session-Expires')).toBe('90');
  exchange.respond(invite, 422, { headers: ['Min-SE: 600'] });
  const again = await requestOf('INVITE');
  expect([again.header('Session-Expires'), again.header('Min-SE')]).toEqual(['600', '600']);
  exchange.respond(again, 200, { headers: [contact, 'Session-Expires: 600;refresher=uac', 'Require: timer'], body: sdp('callee') });
  await line.theCall('connected');
});
