import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Provisioning } from '#shared/contract/session.ts';
import type { Call, CallIn, CallState } from '#shared/domain/call.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { FakeAudioLink, sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { ScriptedExchange, type ScriptedCall } from '../../tests/fixtures/scripted-exchange.ts';
import { until } from '../../tests/lab/wait.ts';
import { Telephony, type TelephonyState } from './telephony.ts';

/* The real JsSIP against an exchange that says what a test needs; only the audio window is not there. */

let exchange: ScriptedExchange;
let link: FakeAudioLink;
let telephony: Telephony;
let state: TelephonyState;

function provisioning(change: Partial<Provisioning['sip']> = {}): Provisioning {
  const sip = { servers: [{ url: exchange.url }], uri: 'sip:operator@lab.test', authorizationUser: 'operator', password: 'secret', displayName: 'Liesbeth', registerExpires: 600, sessionExpires: 0, ...change };
  return { sip, ice: { servers: [], relayOnly: false, gatheringCapMs: 500 }, queueHeader: 'X-Queue', country: 'BE' };
}

beforeEach(async () => {
  exchange = await ScriptedExchange.start();
  link = new FakeAudioLink();
  telephony = new Telephony({
    audio: link,
    logger: silentLogger,
    clock: systemClock,
    instanceId: '0198c0de-0000-4000-8000-000000000001',
    onChange: (next) => (state = next),
    onLevels: () => undefined,
    random: () => 0,
  });
  state = telephony.state;
  await telephony.start(provisioning());
  await until('registered', () => state.registration.state === 'registered');
});

afterEach(async () => {
  exchange.registerStatus = 200;
  await telephony.stop();
  await exchange.stop();
});

function theCall<S extends CallState>(wanted: S, also: (call: CallIn<S>) => boolean = () => true): Promise<CallIn<S>> {
  const fits = (call: Call): call is CallIn<S> => call.state === wanted && also(call as CallIn<S>);
  return until(`a call that is ${wanted}`, () => state.calls.find(fits));
}

/** A call in conversation. */
async function conversation(): Promise<{ readonly remote: ScriptedCall; readonly id: string }> {
  const remote = exchange.call();
  const cseq = remote.request('INVITE', { body: sdp('caller') });
  const { id } = await theCall('ringing');
  await telephony.answer(id);
  await remote.answer(cseq);
  await theCall('connected');
  return { remote, id };
}

describe('hostile input', () => {
  test.each([
    ['nothing', ''],
    ['noise', '\u0000\u0001\u0002'],
    ['a first line alone', 'INVITE sip:operator@lab.test SIP/2.0\r\n'],
    ['headers that do not parse', 'INVITE sip:operator@lab.test SIP/2.0\r\nVia: x\r\nFrom: \r\nTo: <\r\nCall-ID:\r\nCSeq: no\r\n\r\n'],
    ['a response to nothing', 'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x;branch=z9hG4bKx\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:a@b>;tag=2\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n\r\n'],
    ['a megabyte of one header', `OPTIONS sip:operator@lab.test SIP/2.0\r\nX-Long: ${'x'.repeat(900_000)}\r\n\r\n`],
  ])('%s does no harm', async (_name, text) => {
    exchange.inject(text);
    const remote = exchange.call();
    remote.request('INVITE', { body: sdp('caller') });
    expect(await theCall('ringing')).toMatchObject({ direction: 'inbound' });
  });

  test('a display name with control characters and markup is text on one line', async () => {
    const remote = exchange.call();
    remote.request('INVITE', { headers: ['From: "<b>Els\u202E\t Peeters</b>" <sip:032123456@lab.test>;tag=x', `X-Queue: orders\u0007`], body: sdp('caller') });
    expect(await theCall('ringing')).toMatchObject({ party: { displayName: '<b>Els Peeters</b>', number: '+3232123456' }, queueKey: 'orders' });
  });

  test('an offer that cannot be used is answered 488 and says so', async () => {
    link.answer('slot.answer', () => Promise.reject(new BalieError('media.failed', 'no audio')));
    const remote = exchange.call();
    remote.request('INVITE', { body: 'v=0\r\nnonsense\r\n' });
    const { id } = await theCall('ringing');
    await expect(telephony.answer(id)).rejects.toMatchObject({ code: 'media.failed' });
    await exchange.receives('488', ({ status }) => status === 488);
    expect(await theCall('ended')).toMatchObject({ cause: 'media-failed', endedBy: 'system' });
  });

  test('a body that is no SDP is answered 415', async () => {
    const remote = exchange.call();
    const cseq = remote.request('INVITE', { headers: ['Content-Type: text/plain'], body: 'hello' });
    expect((await remote.answer(cseq)).status).toBe(415);
    expect(state.calls).toEqual([]);
  });
});

test('an INVITE without an offer is answered with ours', async () => {
  const remote = exchange.call();
  const cseq = remote.request('INVITE');
  const { id } = await theCall('ringing', ({ prepared }) => prepared);
  await telephony.answer(id);
  const response = await exchange.receives('the 200', (message) => message.status === 200 && message.header('CSeq') === `${cseq} INVITE`);
  expect(response.body).toContain('m=audio');
});

describe('a renegotiation never ends a call', () => {
  test.each([
    [488, 'off'],
    [500, 'holding'],
    [503, 'holding'],
  ])('a hold that is answered %d leaves the call, %s', async (status, hold) => {
    const { remote, id } = await conversation();
    const held = telephony.setHeld(id, true).catch((error: unknown) => error);
    remote.respond(await remote.receives('INVITE'), status);
    await remote.receives('ACK');
    await theCall('connected', (call) => call.hold === hold);
    if (status === 488) expect(await held).toMatchObject({ code: 'media.failed' });
  });

  test('a hold that is agreed without SDP leaves the call, not on hold', async () => {
    const { remote, id } = await conversation();
    const held = telephony.setHeld(id, true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    remote.respond(await remote.receives('INVITE'), 200);
    await refusal;
    await theCall('connected', ({ hold }) => hold === 'off');
  });

  test('the microphone is cut from the wish on, and open again when the hold is refused', async () => {
    const { remote, id } = await conversation();
    const held = telephony.setHeld(id, true).catch(() => undefined);
    const request = await remote.receives('INVITE');
    expect(link.inputs('slot.gate').at(-1)).toMatchObject({ microphone: false, speaker: true });
    remote.respond(request, 488);
    await held;
    expect(link.inputs('slot.gate').at(-1)).toMatchObject({ microphone: true, speaker: true });
  });

  test('a glare is waited out on both sides, and both get their way', async () => {
    const { remote, id } = await conversation();
    const held = telephony.setHeld(id, true);
    const ours = await remote.receives('INVITE');
    const theirs = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    expect((await remote.answer(theirs)).status).toBe(491);
    remote.respond(ours, 491);
    // JsSIP asks once more by itself, after a second.
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller', 'recvonly') });
    await held;
    expect(link.inputs('slot.answer')).toHaveLength(1);
    const again = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    expect((await remote.answer(again)).status).toBe(200);
    expect(await theCall('connected', ({ heldByRemote }) => heldByRemote)).toMatchObject({ hold: 'on' });
  });

  test('a dialog that a proxy forgot goes on for as long as media flows', async () => {
    const { remote, id } = await conversation();
    const held = telephony.setHeld(id, true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    remote.respond(await remote.receives('INVITE'), 481);
    await refusal;
    expect(await theCall('connected')).toMatchObject({ hold: 'off' });
  });

  test('a session refresh in an outage does not end the call', async () => {
    await telephony.stop();
    await telephony.start(provisioning({ sessionExpires: 1800 }));
    await until('registered', () => state.registration.state === 'registered');
    const remote = exchange.call();
    // The shortest that JsSIP takes: refreshed after half of it; here the session timer is only armed, and its refresh made to fail.
    const cseq = remote.request('INVITE', { headers: ['Session-Expires: 90;refresher=uas', 'Supported: timer'], body: sdp('caller') });
    const { id } = await theCall('ringing');
    await telephony.answer(id);
    expect((await remote.answer(cseq)).header('Session-Expires')).toBe('90;refresher=uas');
    exchange.cut();
    await until('the outage is seen', () => state.registration.state !== 'registered');
    expect(await theCall('connected')).toMatchObject({ id });
    await until('registered again', () => state.registration.state === 'registered');
    const verification = await remote.receives('INVITE');
    expect(verification.header('Session-Expires')).toBe('90;refresher=uac');
    remote.respond(verification, 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await theCall('connected')).toMatchObject({ id });
  });
});

describe('an outage', () => {
  test('ends what rings, keeps what is up, and asks whether it still stands', async () => {
    const { remote, id } = await conversation();
    const second = exchange.call();
    second.request('INVITE', { body: sdp('second') });
    await theCall('ringing');
    exchange.cut();
    expect(await theCall('ended')).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
    expect(await theCall('connected')).toMatchObject({ id });
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    await telephony.sendDigits(id, '1');
    expect(link.inputs('slot.digits')).toEqual([{ slot: expect.any(Number) as number, digits: '1' }]);
  });

  test('while the audio window is away, an offer from the other side is put off, not lost', async () => {
    const { remote } = await conversation();
    link.die();
    const cseq = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    expect((await remote.answer(cseq)).status).toBe(491);
    link.revive();
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await theCall('connected')).toMatchObject({ state: 'connected' });
  });
});

describe('the audio window dies in a call', () => {
  async function withReplaces(): Promise<{ readonly remote: ScriptedCall; readonly id: string; readonly toTag: string }> {
    const remote = exchange.call();
    const cseq = remote.request('INVITE', { headers: ['Supported: timer, replaces'], body: sdp('caller') });
    const { id } = await theCall('ringing');
    await telephony.answer(id);
    const response = await remote.answer(cseq);
    await theCall('connected');
    return { remote, id, toTag: /tag=([^;]+)/.exec(response.header('To'))?.[1] ?? '' };
  }

  const replacing = (remote: ScriptedCall) => exchange.receives('an INVITE with Replaces', (message) => message.method === 'INVITE' && message.header('Replaces').startsWith(remote.callId));

  test('the dialog is replaced, under the same call, as muted as it was', async () => {
    const { remote, id, toTag } = await withReplaces();
    telephony.setMuted(id, true);
    link.die();
    await theCall('connected', ({ media }) => media === 'restoring');
    link.revive();
    const invitation = await replacing(remote);
    expect(invitation.header('Require')).toBe('replaces');
    expect(invitation.header('Replaces')).toContain(`from-tag=${toTag}`);
    exchange.respond(invitation, 200, { headers: ['Contact: <sip:caller@exchange.invalid;transport=ws>'], body: sdp('caller') });
    await exchange.receives('ACK', (message) => message.method === 'ACK' && message.header('Call-ID') === invitation.header('Call-ID'));
    expect(await theCall('connected', ({ sipCallId }) => sipCallId === invitation.header('Call-ID'))).toMatchObject({ id, muted: true });
    // The other side ends the dialog that was replaced: that is not the end of the call.
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await theCall('connected')).toMatchObject({ id, muted: true });
    const gates = link.inputs('slot.gate').filter(({ slot }) => slot === Math.max(...link.slots));
    expect(gates.length > 0 && gates.every(({ microphone }) => microphone === false)).toBe(true);
  });

  test('a peer that refuses to be replaced gets a re-INVITE', async () => {
    const { remote, id } = await withReplaces();
    link.die();
    link.revive();
    exchange.respond(await replacing(remote), 481);
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await theCall('connected')).toMatchObject({ id, sipCallId: remote.callId });
  });
});

describe('the registrar', () => {
  test('is not asked again after it refused for good', async () => {
    await telephony.stop();
    exchange.registerStatus = 403;
    const before = exchange.received.length;
    await telephony.start(provisioning({ displayName: 'Another' }));
    await until('refused', () => state.registration.state === 'refused');
    expect(state.registration).toMatchObject({ sipStatus: 403, error: 'sip.auth-refused' });
    expect(exchange.received.slice(before).filter(({ method }) => method === 'REGISTER')).toHaveLength(1);
  });

  test('is asked again when it was only busy', async () => {
    await telephony.stop();
    exchange.registerStatus = 503;
    await telephony.start(provisioning({ displayName: 'Another' }));
    await until('waiting', () => state.registration.state === 'waiting');
    exchange.registerStatus = 200;
    await until('registered', () => state.registration.state === 'registered');
  });

  test('is told of a new account only when the last call has ended', async () => {
    const { id } = await conversation();
    await telephony.start(provisioning({ displayName: 'Another' }));
    expect(await theCall('connected')).toMatchObject({ id });
    telephony.hangUp(id);
    await exchange.receives('a new registration', (message) => message.method === 'REGISTER' && message.header('From').includes('Another'));
  });
});

test('nothing is left of a call but its row', async () => {
  await until('the pool is filled', () => link.slots.size === 1);
  const { id } = await conversation();
  telephony.hangUp(id);
  await until('one slot, for the pool', () => link.slots.size === 1);
  telephony.forget(id);
  expect(state.calls).toEqual([]);
});
