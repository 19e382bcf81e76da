import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { PatientClock } from '../../tests/fixtures/patient-clock.ts';
import type { ScriptedCall, SipText } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';

let clock: PatientClock;
let line: ScriptedTelephony;

beforeEach(async () => {
  clock = new PatientClock();
  line = await ScriptedTelephony.start({ clock, sip: { sessionExpires: 1800 } });
});

afterEach(() => line.stop());

const knowsUpdate = 'Allow: INVITE, ACK, BYE, CANCEL, UPDATE';
const weRefresh = ['Supported: timer', 'Session-Expires: 90;refresher=uas'];
const theyRefresh = ['Supported: timer', 'Session-Expires: 90;refresher=uac'];
/** In an answer to a request of ours. */
const kept = (refresher: 'uac' | 'uas', seconds = 90) => ['Require: timer', `Session-Expires: ${seconds};refresher=${refresher}`];

async function conversation(headers: readonly string[]): Promise<{ readonly remote: ScriptedCall; readonly id: string; readonly answer: SipText }> {
  const remote = line.exchange.call();
  const cseq = remote.request('INVITE', { headers, body: sdp('caller') });
  const { id } = await line.theCall('ringing');
  await line.telephony.answer(id);
  const answer = await remote.answer(cseq);
  await line.theCall('connected');
  return { remote, id, answer };
}

/** On hold nothing is heard of the other side, and nothing has to be. */
async function onHold(remote: ScriptedCall, id: string, refresher: 'uac' | 'uas'): Promise<void> {
  const held = line.telephony.setHeld(id, true);
  remote.respond(await remote.receives('INVITE'), 200, { headers: kept(refresher), body: sdp('caller', 'recvonly') });
  await held;
}

/** Requests of ours inside dialogs, but for ACK. */
const sent = () => line.exchange.received.filter(({ isRequest, method }) => isRequest && method !== 'REGISTER' && method !== 'ACK').map(({ method }) => method);

describe('we keep the session', () => {
  test('half-way, by UPDATE without an offer, again and again', async () => {
    const { remote, id } = await conversation([...weRefresh, knowsUpdate]);
    for (let turn = 1; turn <= 3; turn++) {
      clock.pass(44);
      expect(sent()).toHaveLength(turn - 1);
      clock.pass(1);
      const update = await remote.receives('UPDATE');
      expect([update.header('Session-Expires'), update.body]).toEqual(['90;refresher=uac', '']);
      remote.respond(update, 200, { headers: kept('uac') });
      await settled(remote);
    }
    expect(sent()).toEqual(['UPDATE', 'UPDATE', 'UPDATE']);
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('by re-INVITE where the other side knows no UPDATE', async () => {
    const { remote } = await conversation([...weRefresh, 'Allow: INVITE, ACK, BYE, CANCEL']);
    clock.pass(45);
    const invite = await remote.receives('INVITE');
    expect(invite.header('Session-Expires')).toBe('90;refresher=uac');
    remote.respond(invite, 200, { headers: kept('uac'), body: sdp('caller') });
    await remote.receives('ACK');
    clock.pass(44);
    expect(sent()).toEqual(['INVITE']);
  });

  test.each([405, 500, 501])('by re-INVITE when an UPDATE is answered %d', async (status) => {
    const { remote, id } = await conversation([...weRefresh, knowsUpdate]);
    clock.pass(45);
    remote.respond(await remote.receives('UPDATE'), status);
    remote.respond(await remote.receives('INVITE'), 200, { headers: kept('uac'), body: sdp('caller') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test.each([
    ['UPDATE', knowsUpdate],
    ['INVITE', 'Allow: INVITE, ACK, BYE, CANCEL'],
  ])('for longer when 422 asks for it: by %s', async (method, allow) => {
    const { remote, id } = await conversation([...weRefresh, allow]);
    clock.pass(45);
    remote.respond(await remote.receives(method), 422, { headers: ['Min-SE: 300'] });
    const again = await remote.receives(method);
    expect([again.header('Session-Expires'), again.header('Min-SE')]).toEqual(['300;refresher=uac', '300']);
    remote.respond(again, 200, { headers: kept('uac', 300), body: method === 'INVITE' ? sdp('caller') : '' });
    await settled(remote);
    clock.pass(149);
    expect(sent()).toEqual([method, method]);
    clock.pass(1);
    await remote.receives(method);
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('a session whose refreshes nobody answers is asked for once more, and ended when it is over', async () => {
    const { remote, id } = await conversation([...weRefresh, knowsUpdate]);
    await onHold(remote, id, 'uac');
    clock.pass(45);
    await remote.receives('UPDATE');
    clock.pass(15);
    await remote.receives('INVITE');
    clock.pass(29);
    await line.theCall('connected');
    clock.pass(1);
    expect((await remote.receives('BYE')).header('Reason')).toContain('cause=408');
    expect(await line.theCall('ended')).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
  });
});

describe('the other side keeps the session', () => {
  test('and is told to in the answer; its UPDATE is answered, and the session goes on', async () => {
    const { remote, answer, id } = await conversation(theyRefresh);
    expect([answer.header('Session-Expires'), answer.header('Require')]).toEqual(['90;refresher=uac', 'timer']);
    for (let turn = 0; turn < 4; turn++) {
      clock.pass(45);
      const update = await remote.answer(remote.request('UPDATE', { headers: theyRefresh }), 'UPDATE');
      expect([update.status, update.header('Session-Expires')]).toEqual([200, '90;refresher=uac']);
    }
    expect(sent()).toEqual([]);
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('or by re-INVITE', async () => {
    const { remote, id } = await conversation(theyRefresh);
    for (let turn = 0; turn < 4; turn++) {
      clock.pass(45);
      const invite = await remote.answer(remote.request('INVITE', { headers: theyRefresh, body: sdp('caller') }));
      expect([invite.status, invite.header('Session-Expires')]).toEqual([200, '90;refresher=uac']);
    }
    expect(sent()).toEqual([]);
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('forgets: it is asked before the end, and we keep the session from then on', async () => {
    const { remote, id } = await conversation(theyRefresh);
    clock.pass(59);
    expect(sent()).toEqual([]);
    clock.pass(1);
    const invite = await remote.receives('INVITE');
    expect(invite.header('Session-Expires')).toBe('90;refresher=uac');
    remote.respond(invite, 200, { headers: kept('uac'), body: sdp('caller') });
    await remote.receives('ACK');
    clock.pass(45);
    await remote.receives('INVITE');
    expect(await line.theCall('connected')).toMatchObject({ id });
  });

  test('is gone: the call is ended when the session is over, and not a minute later', async () => {
    const { remote, id } = await conversation(theyRefresh);
    await onHold(remote, id, 'uas');
    clock.pass(60);
    await remote.receives('INVITE');
    clock.pass(30);
    expect((await remote.receives('BYE')).header('Reason')).toContain('cause=408');
    expect(await line.theCall('ended')).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
  });

  test('answers nothing and is heard: it is a proxy that forgot, and the call goes on', async () => {
    const { remote, id } = await conversation(theyRefresh);
    await onHold(remote, id, 'uas');
    const slot = [...line.link.slots].find((one) => line.link.inputs('slot.commit').some((input) => input['slot'] === one)) ?? -1;
    clock.pass(60);
    await remote.receives('INVITE');
    clock.pass(29.9);
    line.link.emit('slot.meter', { slot, microphone: 0, speaker: 0.1, packetsReceived: 4000 });
    clock.pass(0.1);
    clock.pass(29.9);
    expect(await line.theCall('connected')).toMatchObject({ id });
    // Nothing is heard any more.
    clock.pass(0.1);
    await remote.receives('BYE');
    await line.theCall('ended');
  });

  test('is out of reach: nobody is given up who could not be asked', async () => {
    const { remote, id } = await conversation(theyRefresh);
    await onHold(remote, id, 'uas');
    line.exchange.registerStatus = 503;
    line.exchange.cut();
    await expect.poll(() => line.state.registration.state).not.toBe('registered');
    clock.pass(60);
    clock.pass(30);
    clock.pass(30);
    expect(await line.theCall('connected')).toMatchObject({ id });
    line.exchange.registerStatus = 200;
    await line.registered();
    remote.respond(await remote.receives('INVITE'), 200, { headers: kept('uac'), body: sdp('caller', 'recvonly') });
    await remote.receives('ACK');
    expect(await line.theCall('connected')).toMatchObject({ id, hold: 'on' });
  });
});

test.each(['INVITE', 'UPDATE'])('who asks for less than a minute and a half by %s is told the least (RFC 4028 section 9)', async (method) => {
  const { remote } = method === 'UPDATE' ? await conversation(theyRefresh) : { remote: line.exchange.call() };
  const response = await remote.answer(remote.request(method, { headers: ['Supported: timer', 'Session-Expires: 60'], body: method === 'INVITE' ? sdp('caller') : '' }), method);
  expect([response.status, response.header('Min-SE')]).toEqual([422, '90']);
});

/** What we were answered has been heard: an OPTIONS behind it has been answered. */
async function settled(remote: ScriptedCall): Promise<void> {
  await remote.answer(remote.request('OPTIONS'), 'OPTIONS');
}

test.each([
  ['we keep it', 'uas'],
  ['they keep it', 'uac'],
])('a session as long as a life is no session without an end to its questions: %s', async (_who, refresher) => {
  await line.stop();
  line = await ScriptedTelephony.start({ sip: { sessionExpires: 1800 } });
  const { remote } = await conversation(['Supported: timer', `Session-Expires: 4294967295;refresher=${refresher}`, knowsUpdate]);
  await remote.answer(remote.request('OPTIONS'), 'OPTIONS');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(sent()).toEqual([]);
});
