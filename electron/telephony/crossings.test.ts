import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
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

const theCall = (id: string): Call | undefined => line.state.calls.find((call) => call.id === id);

describe('a caller who hangs up while being put on hold', () => {
  test('for a second one leaves the floor: the second is answered', async () => {
    const first = await line.conversation();
    const second = exchange.call('101');
    const cseq = second.request('INVITE', { body: sdp('second') });
    const { id } = await line.theCall('ringing', ({ party }) => party.raw === '101');
    const answered = telephony.answer(id);
    await first.remote.receives('INVITE');
    first.remote.request('BYE');
    await answered;
    expect((await second.answer(cseq)).status).toBe(200);
    expect(await line.theCall('connected', (call) => call.id === id)).toMatchObject({ hold: 'off' });
    expect(theCall(first.id)).toMatchObject({ state: 'ended', cause: 'hung-up' });
  });

  test('for a number that is dialled leaves the floor: it is called', async () => {
    const first = await line.conversation();
    const dialled = telephony.dial('201');
    await first.remote.receives('INVITE');
    first.remote.request('BYE');
    const callee = await ScriptedCallee.called(exchange, '201');
    await dialled;
    await callee.answer();
    await line.theCall('connected', ({ party }) => party.raw === '201');
  });
});

describe('an offer inside a dialog', () => {
  test('that is refused changes nothing: nobody is on hold', async () => {
    const { remote, id } = await line.conversation();
    link.answer('slot.answer', () => Promise.reject(new BalieError('media.failed', 'no codec in common')));
    const cseq = remote.request('INVITE', { body: sdp('caller', 'sendonly') });
    expect((await remote.answer(cseq)).status).toBe(488);
    expect(theCall(id)).toMatchObject({ state: 'connected', heldByRemote: false });
  });

  test('of ours that is agreed to after we hung up is acknowledged', async () => {
    const { remote, id } = await line.conversation();
    const held = expect(telephony.setHeld(id, true)).rejects.toMatchObject({ code: 'call.illegal' });
    const offer = await remote.receives('INVITE');
    telephony.hangUp(id);
    await held;
    remote.respond(await remote.receives('BYE'), 200);
    remote.respond(offer, 200, { body: sdp('caller', 'recvonly') });
    expect((await remote.receives('ACK')).header('CSeq')).toBe(offer.header('CSeq').replace('INVITE', 'ACK'));
  });

  test('of ours that meets one of theirs is made anew, as another request', async () => {
    const { remote, id } = await line.conversation();
    const held = telephony.setHeld(id, true);
    const offer = await remote.receives('INVITE');
    remote.respond(offer, 491);
    const again = await remote.receives('INVITE');
    expect(Number.parseInt(again.header('CSeq'), 10)).toBeGreaterThan(Number.parseInt(offer.header('CSeq'), 10));
    remote.respond(again, 200, { body: sdp('caller', 'recvonly') });
    await remote.receives('ACK');
    await held;
  });
});

test('a call that ends while its sound is laid anew leaves no slot behind', async () => {
  await until('the pool is filled', () => link.slots.size === 1);
  const { remote } = await line.conversation(['Supported: replaces']);
  await until('the pool is filled again, beside the call', () => link.slots.size === 2 || undefined).catch(() => undefined);
  link.die();
  let offered: (description: { sdp: string }) => void = () => undefined;
  let asked = false;
  link.answer('slot.offer', () => {
    asked = true;
    return new Promise((resolve) => (offered = resolve));
  });
  await line.theCall('connected', ({ media }) => media === 'restoring');
  link.revive();
  await until('an offer is being made', () => asked || undefined);
  await until('two slots: the pool and the call', () => link.slots.size === 2 || undefined);
  await remote.answer(remote.request('BYE'), 'BYE');
  offered({ sdp: sdp('late') });
  await line.theCall('ended');
  await until('one slot, for the pool', () => link.slots.size === 1 || undefined);
});
