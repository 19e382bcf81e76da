import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { type FakeAudioLink, sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { ScriptedCallee } from '../../tests/fixtures/scripted-callee.ts';
import type { ScriptedExchange } from '../../tests/fixtures/scripted-exchange.ts';
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
    if (text !== '' && !/^(INVITE|SIP|OPTIONS)/.test(text)) await until('it is logged', () => line.warnings.includes('a message that cannot be used was refused'));
    const remote = exchange.call();
    remote.request('INVITE', { body: sdp('caller') });
    expect(await line.theCall('ringing')).toMatchObject({ direction: 'inbound' });
  });

  test('a display name with control characters and markup is text on one line', async () => {
    const remote = exchange.call();
    remote.request('INVITE', { headers: ['From: "<b>Els\u202E\t Peeters</b>" <sip:032123456@lab.test>;tag=x', `X-Queue: orders\u0007`], body: sdp('caller') });
    expect(await line.theCall('ringing')).toMatchObject({ party: { displayName: '<b>Els Peeters</b>', number: '+3232123456' }, queueKey: 'orders' });
  });

  test('an offer that cannot be used is answered 488 and says so', async () => {
    link.answer('slot.answer', () => Promise.reject(new BalieError('media.failed', 'no audio')));
    const remote = exchange.call();
    remote.request('INVITE', { body: sdp('caller') });
    const { id } = await line.theCall('ringing');
    await expect(telephony.answer(id)).rejects.toMatchObject({ code: 'media.failed' });
    await exchange.receives('488', ({ status }) => status === 488);
    expect(await line.theCall('ended')).toMatchObject({ cause: 'media-failed', endedBy: 'system' });
  });

  test('a body that is no SDP is answered 415', async () => {
    const remote = exchange.call();
    const cseq = remote.request('INVITE', { headers: ['Content-Type: text/plain'], body: 'hello' });
    expect((await remote.answer(cseq)).status).toBe(415);
    expect(line.state.calls).toEqual([]);
  });
});

test('an INVITE without an offer is answered with ours', async () => {
  const remote = exchange.call();
  const cseq = remote.request('INVITE');
  const { id } = await line.theCall('ringing', ({ prepared }) => prepared);
  await telephony.answer(id);
  const response = await exchange.receives('the 200', (message) => message.status === 200 && message.header('CSeq') === `${cseq} INVITE`);
  expect(response.body).toContain('m=audio');
});

test('who answers on hold is shown as holding from the start', async () => {
  const dialled = telephony.dial('1700');
  const callee = await ScriptedCallee.called(exchange, '1700');
  await dialled;
  callee.respond(callee.invitation, 200, sdp('announcement', 'sendonly'));
  expect(await line.theCall('connected')).toMatchObject({ heldByRemote: true, hold: 'off' });
});

test('hold in the old style by the other side is shown, and its end', async () => {
  const { remote, id } = await line.conversation();
  await remote.answer(remote.request('INVITE', { body: sdp('caller').replaceAll('c=IN IP4 192.0.2.1', 'c=IN IP4 0.0.0.0') }));
  expect(await line.theCall('connected', ({ heldByRemote }) => heldByRemote)).toMatchObject({ id });
  await remote.answer(remote.request('INVITE', { body: sdp('caller') }));
  await line.theCall('connected', ({ heldByRemote }) => !heldByRemote);
});

describe('a renegotiation never ends a call', () => {
  test.each([
    [488, 'off'],
    [500, 'holding'],
    [503, 'holding'],
  ])('a hold that is answered %d leaves the call, %s', async (status, hold) => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true).catch((error: unknown) => error);
    remote.respond(await remote.receives('INVITE'), status);
    await remote.receives('ACK');
    await line.theCall('connected', (call) => call.hold === hold);
    if (status === 488) expect(await held).toMatchObject({ code: 'media.failed' });
  });

  test('a hold that is agreed without SDP leaves the call, not on hold', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    remote.respond(await remote.receives('INVITE'), 200);
    await refusal;
    await line.theCall('connected', ({ hold }) => hold === 'off');
  });

  test('the microphone is cut from the wish on, and open again when the hold is refused', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true).catch(() => undefined);
    const request = await remote.receives('INVITE');
    expect(link.inputs('slot.gate').at(-1)).toMatchObject({ microphone: false, speaker: true });
    remote.respond(request, 488);
    await held;
    expect(link.inputs('slot.gate').at(-1)).toMatchObject({ microphone: true, speaker: true });
  });

  test('a glare is waited out on both sides, and both get their way', async () => {
    const { remote, id } = await line.conversation();
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
    expect(await line.theCall('connected', ({ heldByRemote }) => heldByRemote)).toMatchObject({ hold: 'on' });
  });

  test('a hold that meets 491 twice is agreed in the end', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true);
    remote.respond(await remote.receives('INVITE'), 491);
    // JsSIP asks once more by itself after a second, and would hang up after the second 491.
    remote.respond(await remote.receives('INVITE'), 491);
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller', 'recvonly') });
    await held;
    expect(await line.theCall('connected')).toMatchObject({ id, hold: 'on' });
  });

  test('a hold whose answer goes on sending is not shown as one', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller', 'sendrecv') });
    await refusal;
    remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller', 'sendrecv') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id, hold: 'off' });
    expect(link.inputs('slot.offer').slice(-2)).toMatchObject([{ held: true }, { held: false }]);
  });

  test('a dialog that a proxy forgot goes on for as long as media flows', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    remote.respond(await remote.receives('INVITE'), 481);
    await refusal;
    expect(await line.theCall('connected')).toMatchObject({ hold: 'off' });
  });

  test('a session refresh in an outage does not end the call', async () => {
    await telephony.stop();
    await telephony.start(line.provisioning({ sessionExpires: 1800 }));
    await line.registered();
    const remote = exchange.call();
    // The shortest that JsSIP takes: refreshed after half of it; here the session timer is only armed, and its refresh made to fail.
    const cseq = remote.request('INVITE', { headers: ['Session-Expires: 90;refresher=uas', 'Supported: timer'], body: sdp('caller') });
    const { id } = await line.theCall('ringing');
    await telephony.answer(id);
    expect((await remote.answer(cseq)).header('Session-Expires')).toBe('90;refresher=uas');
    exchange.cut();
    await until('the outage is seen', () => line.state.registration.state !== 'registered');
    expect(await line.theCall('connected')).toMatchObject({ id });
    await until('registered again', () => line.state.registration.state === 'registered');
    const verification = await remote.receives('INVITE');
    expect(verification.header('Session-Expires')).toBe('90;refresher=uac');
    remote.respond(verification, 200, { body: sdp('caller') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id });
  });
});
