import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { type FakeAudioLink, sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { ScriptedCallee } from '../../tests/fixtures/scripted-callee.ts';
import type { ScriptedCall, ScriptedExchange } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';
import { agree } from '../../tests/fixtures/scripted-transfers.ts';
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

/** A caller whose call rings. */
async function ringing(user = '+32470112233'): Promise<{ readonly remote: ScriptedCall; readonly cseq: number; readonly id: string }> {
  const remote = exchange.call(user);
  const cseq = remote.request('INVITE', { body: sdp('caller') });
  const { id } = await line.theCall('ringing', ({ party }) => party.raw === user);
  return { remote, cseq, id };
}

/** A first call on hold and a second one in conversation. */
async function two() {
  const first = await line.conversation();
  const second = await ringing();
  const answered = telephony.answer(second.id);
  await agree(first.remote, 'recvonly');
  await answered;
  await second.remote.answer(second.cseq);
  await line.theCall('connected', (call) => call.id === second.id);
  return { first, second };
}

const mixes = () => link.inputs('mix.set').map(({ slots }) => slots as readonly number[]);

describe('several calls', () => {
  test('the first is on hold while the second is spoken to, and switching turns that round', async () => {
    const { first, second } = await two();
    expect(theCall(first.id)).toMatchObject({ hold: 'on' });
    expect(theCall(second.id)).toMatchObject({ hold: 'off' });
    const switched = telephony.switchTo(first.id);
    await agree(second.remote, 'recvonly');
    await agree(first.remote, 'sendrecv');
    await switched;
    expect(theCall(first.id)).toMatchObject({ hold: 'off' });
    expect(theCall(second.id)).toMatchObject({ hold: 'on' });
  });

  test('a second one that is answered twice, while the first is still being put on hold, is answered once', async () => {
    const first = await line.conversation();
    const second = await ringing();
    const answered = Promise.all([telephony.answer(second.id), telephony.answer(second.id)]);
    await agree(first.remote, 'recvonly');
    await answered;
    expect((await second.remote.answer(second.cseq)).status).toBe(200);
    await line.theCall('connected', (call) => call.id === second.id);
  });

  test('a second one is not answered while the first refuses to be held', async () => {
    const first = await line.conversation();
    const second = await ringing();
    const answered = expect(telephony.answer(second.id)).rejects.toMatchObject({ code: 'media.failed' });
    first.remote.respond(await first.remote.receives('INVITE'), 488);
    await answered;
    expect(theCall(first.id)).toMatchObject({ state: 'connected', hold: 'off' });
    expect(theCall(second.id)).toMatchObject({ state: 'ringing' });
  });

  test('beyond what the centre allows they are busy, and nothing is shown', async () => {
    await telephony.start(line.provisioning({ displayName: 'Two' }, { maxCalls: 2 }));
    await until('registered anew', () => exchange.connections > 1 && line.state.registration.state === 'registered');
    await ringing('101');
    await ringing('102');
    const third = exchange.call();
    const cseq = third.request('INVITE', { body: sdp('caller') });
    expect((await third.answer(cseq)).status).toBe(486);
    expect(line.state.calls).toHaveLength(2);
  });

  test('a second number while one is being called is refused with its reason', async () => {
    const dialled = telephony.dial('201');
    await expect(telephony.dial('202')).rejects.toMatchObject({ code: 'call.dialling' });
    await dialled;
    const callee = await ScriptedCallee.called(exchange, '201');
    callee.ring();
    await line.theCall('alerting');
    await expect(telephony.dial('202')).rejects.toMatchObject({ code: 'call.dialling' });
    expect(exchange.received.filter(({ first }) => first.startsWith('INVITE sip:202'))).toEqual([]);
  });
});

describe('the operator’s line', () => {
  test('under do not disturb is unavailable; what was missed is shown, and can be called back', async () => {
    telephony.setRules({ doNotDisturb: true });
    expect(line.state.line).toMatchObject({ doNotDisturb: true, missed: null });
    const remote = exchange.call();
    const cseq = remote.request('INVITE', { body: sdp('caller') });
    expect((await remote.answer(cseq)).status).toBe(480);
    expect(await line.theCall('ended')).toMatchObject({ cause: 'unavailable', endedBy: 'system', sipStatus: 480, answeredAt: null });
    expect(line.state.line.missed).toMatchObject({ raw: '+32470112233' });
    const id = await telephony.callBackMissed();
    await ScriptedCallee.called(exchange, '+32470112233');
    expect(theCall(id)).toMatchObject({ direction: 'outbound', party: { number: '+32470112233' } });
    expect(line.state.line.missed).toBeNull();
    await expect(telephony.callBackMissed()).rejects.toMatchObject({ code: 'call.not-found' });
  });

  test('is busy during a call where the operator wants that', async () => {
    telephony.setRules({ whileTalking: 'busy' });
    await line.conversation();
    const remote = exchange.call('101');
    const cseq = remote.request('INVITE', { body: sdp('caller') });
    expect((await remote.answer(cseq)).status).toBe(486);
    expect(await line.theCall('ended')).toMatchObject({ cause: 'busy', endedBy: 'system' });
  });

  test('forwards while the operator is not ready, where the centre allows it', async () => {
    telephony.setRules({ isReady: false, forwardTo: '02 555 12 34' });
    expect(line.state.line.forwardTo).toBe('+3225551234');
    const remote = exchange.call();
    const cseq = remote.request('INVITE', { body: sdp('caller') });
    const response = await remote.answer(cseq);
    expect(response.status).toBe(302);
    expect(response.header('Contact')).toBe('<sip:+3225551234@lab.test>');
    expect(await line.theCall('ended')).toMatchObject({ cause: 'forwarded' });
    expect(line.state.line.missed).toBeNull();
    telephony.setRules({ isReady: true });
    await ringing('101');
  });

  test('forwards nothing where the centre does not', async () => {
    await telephony.start(line.provisioning({ displayName: 'Stays' }, { canForward: false }));
    await until('registered anew', () => exchange.connections > 1 && line.state.registration.state === 'registered');
    telephony.setRules({ isReady: false, forwardTo: '1700' });
    expect(line.state.line.forwardTo).toBeNull();
    await ringing();
  });

  test('sends one ringing call elsewhere', async () => {
    const { remote, cseq, id } = await ringing();
    expect(() => telephony.deflect(id, 'x@y')).toThrow(expect.objectContaining({ code: 'transfer.target-invalid' }) as Error);
    telephony.deflect(id, '201');
    const response = await remote.answer(cseq);
    expect(response.status).toBe(302);
    expect(response.header('Contact')).toBe('<sip:201@lab.test>');
    expect(theCall(id)).toMatchObject({ state: 'ended', cause: 'forwarded', endedBy: 'local' });
  });
});

describe('a conference of three', () => {
  async function conferring() {
    const calls = await two();
    const joined = telephony.conference.join(calls.second.id, calls.first.id);
    await agree(calls.first.remote, 'sendrecv');
    await joined;
    return calls;
  }

  test('takes both off hold and mixes their slots', async () => {
    const { first, second } = await conferring();
    for (const { id } of [first, second]) expect(theCall(id)).toMatchObject({ conference: true, hold: 'off' });
    expect(mixes().at(-1)).toHaveLength(2);
    expect([...link.slots]).toEqual(expect.arrayContaining([...(mixes().at(-1) ?? [])]));
    await expect(telephony.conference.join(first.id, second.id)).rejects.toMatchObject({ code: 'conference.full' });
  });

  test('is one mouth: muted to one is muted to both', async () => {
    const { first, second } = await conferring();
    telephony.setMuted(first.id, true);
    for (const { id } of [first, second]) expect(theCall(id)).toMatchObject({ muted: true });
  });

  test('is not held by halves', async () => {
    const { first } = await conferring();
    await expect(telephony.setHeld(first.id, true)).rejects.toMatchObject({ code: 'call.illegal' });
    expect(theCall(first.id)).toMatchObject({ conference: true, hold: 'off' });
  });

  test('goes on as a plain call when one hangs up', async () => {
    const { first, second } = await conferring();
    await first.remote.answer(first.remote.request('BYE'), 'BYE');
    await line.theCall('ended');
    expect(theCall(second.id)).toMatchObject({ state: 'connected', conference: false, hold: 'off' });
    expect(mixes().at(-1)).toEqual([]);
  });

  test('drops one', async () => {
    const { first, second } = await conferring();
    telephony.conference.drop(first.id);
    await first.remote.receives('BYE');
    expect(theCall(second.id)).toMatchObject({ state: 'connected', conference: false });
    expect(() => telephony.conference.drop(second.id)).toThrow(expect.objectContaining({ code: 'call.illegal' }) as Error);
  });

  test('splits: the other is held', async () => {
    const { first, second } = await conferring();
    const split = telephony.conference.split(first.id);
    await agree(second.remote, 'recvonly');
    await split;
    expect(theCall(first.id)).toMatchObject({ conference: false, hold: 'off' });
    expect(theCall(second.id)).toMatchObject({ conference: false, hold: 'on' });
    expect(mixes().at(-1)).toEqual([]);
  });

  test('is left by an attended transfer of the first to the second, and nobody is held for it', async () => {
    const { first, second } = await conferring();
    await telephony.leaveConference('');
    const refer = await first.remote.receives('REFER');
    expect(refer.header('Refer-To')).toContain(`?Replaces=${encodeURIComponent(second.remote.callId)}`);
    expect(theCall(first.id)).toMatchObject({ conference: true, hold: 'off', transfer: { kind: 'attended' } });
    first.remote.respond(refer, 202);
    await first.remote.answer(first.remote.request('NOTIFY', { headers: ['Event: refer', 'Subscription-State: terminated', 'Content-Type: message/sipfrag'], body: 'SIP/2.0 200 OK' }), 'NOTIFY');
    await Promise.all([first.remote.receives('BYE'), second.remote.receives('BYE')]);
    for (const { id } of [first, second]) expect(theCall(id)).toMatchObject({ state: 'ended', cause: 'transferred' });
  });

  test('that cannot be left stays one', async () => {
    const { first } = await conferring();
    await telephony.leaveConference('');
    first.remote.respond(await first.remote.receives('REFER'), 603);
    expect(await line.theCall('connected', ({ transfer }) => transfer?.phase === 'failed')).toMatchObject({ id: first.id, conference: true, hold: 'off' });
  });

  test('ends when the operator answers somebody else: both are held', async () => {
    const { first, second } = await conferring();
    const third = await ringing('103');
    const answered = telephony.answer(third.id);
    await Promise.all([agree(first.remote, 'recvonly'), agree(second.remote, 'recvonly')]);
    await answered;
    await third.remote.answer(third.cseq);
    for (const { id } of [first, second]) expect(theCall(id)).toMatchObject({ conference: false, hold: 'on' });
  });

  test('is mixed anew in a new audio window', async () => {
    const { first, second } = await conferring();
    const before = mixes().at(-1) ?? [];
    link.die();
    link.revive();
    await Promise.all([agree(first.remote, 'sendrecv'), agree(second.remote, 'sendrecv')]);
    await until('the new slots are mixed', () => mixes().at(-1)?.length === 2 && mixes().at(-1)?.every((slot) => !before.includes(slot)));
    expect([...link.slots]).toEqual(expect.arrayContaining([...(mixes().at(-1) ?? [])]));
  });

  test('is not joined by a call that will not come off hold', async () => {
    const { first, second } = await two();
    const joined = expect(telephony.conference.join(second.id, first.id)).rejects.toMatchObject({ code: 'media.failed' });
    first.remote.respond(await first.remote.receives('INVITE'), 488);
    await joined;
    expect(theCall(second.id)).toMatchObject({ conference: false });
    expect(theCall(first.id)).toMatchObject({ conference: false, hold: 'on' });
  });
});
