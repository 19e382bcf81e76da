import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeAudioLink, sdp } from '../../tests/fixtures/fake-audio-link.ts';
import type { ScriptedCall, ScriptedExchange } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../tests/lab/wait.ts';
import type { Telephony } from './telephony.ts';

let line: ScriptedTelephony;
let exchange: ScriptedExchange;
let link: FakeAudioLink;
let telephony: Telephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
  ({ exchange, link, telephony } = line);
});

afterEach(() => line.stop());

describe('an outage', () => {
  test('ends what rings, keeps what is up, and asks whether it still stands', async () => {
    const { remote, id } = await line.conversation();
    const second = exchange.call();
    second.request('INVITE', { body: sdp('second') });
    await line.theCall('ringing');
    exchange.cut();
    expect(await line.theCall('ended')).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
    expect(await line.theCall('connected')).toMatchObject({ id });
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    await telephony.sendDigits(id, '1');
    expect(link.inputs('slot.digits')).toEqual([{ slot: expect.any(Number) as number, digits: '1' }]);
  });

  test('while the audio window is away, an offer from the other side waits for the next one, and is answered by it', async () => {
    const { remote, id } = await line.conversation();
    link.die();
    const cseq = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    await line.theCall('connected', ({ media }) => media === 'restoring');
    link.revive();
    expect((await remote.answer(cseq)).status).toBe(200);
    expect(link.inputs('slot.answer').at(-1)).toMatchObject({ slot: Math.max(...link.slots) });
    // Then ours, for the other side's ICE is as old as its offer.
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await line.theCall('connected', ({ heldByRemote }) => heldByRemote)).toMatchObject({ id });
  });

  test('without an audio window within four seconds the offer is put off, the call goes on', async () => {
    const { remote, id } = await line.conversation();
    link.die();
    const cseq = remote.request('UPDATE', { body: sdp('caller', 'sendonly') });
    expect((await remote.answer(cseq, 'UPDATE')).status).toBe(491);
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('a call that ends while an offer waits answers it', async () => {
    const { remote, id } = await line.conversation();
    link.die();
    const cseq = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    await line.theCall('connected', ({ media }) => media === 'restoring');
    telephony.hangUp(id);
    expect((await remote.answer(cseq)).status).toBe(481);
  });
});

describe('the audio window dies in a call', () => {
  const withReplaces = () => line.conversation(['Supported: timer, replaces']);

  const replacing = (remote: ScriptedCall) => exchange.receives('an INVITE with Replaces', (message) => message.method === 'INVITE' && message.header('Replaces').startsWith(remote.callId));

  test('the dialog is replaced, under the same call, as muted as it was', async () => {
    const { remote, id, toTag } = await withReplaces();
    telephony.setMuted(id, true);
    link.die();
    await line.theCall('connected', ({ media }) => media === 'restoring');
    link.revive();
    const invitation = await replacing(remote);
    expect(invitation.header('Require')).toBe('replaces');
    expect(invitation.header('Replaces')).toContain(`from-tag=${toTag}`);
    exchange.respond(invitation, 200, { headers: ['Contact: <sip:caller@exchange.invalid;transport=ws>'], body: sdp('caller') });
    await exchange.receives('ACK', (message) => message.method === 'ACK' && message.header('Call-ID') === invitation.header('Call-ID'));
    expect(await line.theCall('connected', ({ sipCallId }) => sipCallId === invitation.header('Call-ID'))).toMatchObject({ id, muted: true });
    // The other side ends the dialog that was replaced: that is not the end of the call.
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('connected')).toMatchObject({ id, muted: true });
    const gates = link.inputs('slot.gate').filter(({ slot }) => slot === Math.max(...link.slots));
    expect(gates.length > 0 && gates.every(({ microphone }) => microphone === false)).toBe(true);
  });

  test('the other side ends the replaced dialog at once, before the new one is confirmed: the call goes on', async () => {
    const { remote, id } = await withReplaces();
    link.die();
    link.revive();
    const invitation = await replacing(remote);
    exchange.respond(invitation, 200, { headers: ['Contact: <sip:caller@exchange.invalid;transport=ws>'], body: sdp('caller') });
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('connected', ({ sipCallId }) => sipCallId === invitation.header('Call-ID'))).toMatchObject({ id });
  });

  test('the other side hangs up while it is asked to be replaced: the call is over', async () => {
    const { remote, id } = await withReplaces();
    link.die();
    link.revive();
    const invitation = await replacing(remote);
    await remote.answer(remote.request('BYE'), 'BYE');
    exchange.respond(invitation, 481);
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'hung-up', endedBy: 'remote' });
  });

  test('a peer that rings instead of being replaced is left alone, and gets a re-INVITE', async () => {
    const { remote, id } = await withReplaces();
    link.die();
    link.revive();
    const invitation = await replacing(remote);
    exchange.respond(invitation, 180);
    const cancel = await exchange.receives('CANCEL', ({ method, isRequest }) => isRequest && method === 'CANCEL');
    expect(cancel.header('Call-ID')).toBe(invitation.header('Call-ID'));
    exchange.respond(cancel, 200);
    exchange.respond(invitation, 487);
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id, sipCallId: remote.callId });
  });

  test('a peer that refuses to be replaced gets a re-INVITE', async () => {
    const { remote, id } = await withReplaces();
    link.die();
    link.revive();
    exchange.respond(await replacing(remote), 481);
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id, sipCallId: remote.callId });
  });
});

describe('the registrar', () => {
  test('is not asked again after it refused for good', async () => {
    await telephony.stop();
    exchange.registerStatus = 403;
    const before = exchange.received.length;
    await telephony.start(line.provisioning({ displayName: 'Another' }));
    await until('refused', () => line.state.registration.state === 'refused');
    expect(line.state.registration).toMatchObject({ sipStatus: 403, error: 'sip.auth-refused' });
    exchange.cut();
    await until('connected again', () => exchange.connections > 2);
    expect(line.state.registration.state).toBe('refused');
    expect(exchange.received.slice(before).filter(({ method }) => method === 'REGISTER')).toHaveLength(1);
  });

  test('is not even asked with an account that makes no sense', async () => {
    await telephony.start(line.provisioning({ uri: 'sip:operator@@' }));
    expect(line.state.registration).toMatchObject({ state: 'refused', error: 'settings.invalid' });
    await expect(telephony.dial('1700')).rejects.toMatchObject({ code: 'sip.not-registered' });
  });

  test('is asked again when it was only busy', async () => {
    await telephony.stop();
    exchange.registerStatus = 503;
    await telephony.start(line.provisioning({ displayName: 'Another' }));
    await until('waiting', () => line.state.registration.state === 'waiting');
    exchange.registerStatus = 200;
    await line.registered();
  });

  test('is told of a new account only when the last call has ended', async () => {
    const { id } = await line.conversation();
    await telephony.start(line.provisioning({ displayName: 'Another' }));
    expect(await line.theCall('connected')).toMatchObject({ id });
    telephony.hangUp(id);
    await exchange.receives('a new registration', (message) => message.method === 'REGISTER' && message.header('From').includes('Another'));
  });
});

test('two accounts at once are one registration', async () => {
  await Promise.all([telephony.start(line.provisioning({ displayName: 'One' })), telephony.start(line.provisioning({ displayName: 'Two' }))]);
  await line.registered();
  const open = exchange.open;
  expect(open).toBe(1);
});

test('nothing is left of a call but its row', async () => {
  await until('the pool is filled', () => link.slots.size === 1);
  const { id } = await line.conversation();
  telephony.hangUp(id);
  await until('one slot, for the pool', () => link.slots.size === 1);
  telephony.forget(id);
  expect(line.state.calls).toEqual([]);
});
