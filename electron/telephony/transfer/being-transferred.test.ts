import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { ScriptedCallee } from '../../../tests/fixtures/scripted-callee.ts';
import type { ScriptedCall, SipText } from '../../../tests/fixtures/scripted-exchange.ts';
import type { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { agree, ScriptedTransfers } from '../../../tests/fixtures/scripted-transfers.ts';

let desk: ScriptedTransfers;
let line: ScriptedTelephony;

beforeEach(async () => {
  desk = await ScriptedTransfers.start();
  ({ line } = desk);
});

afterEach(() => desk.stop());

/** The operator has called a colleague. */
async function withColleague(): Promise<{ readonly colleague: ScriptedCallee; readonly id: string }> {
  const id = await line.telephony.dial('201');
  const colleague = await ScriptedCallee.called(line.exchange, '201');
  await colleague.answer();
  await line.theCall('connected');
  return { colleague, id };
}

const finalAnswer = (callId: string, cseq: number, method: string): Promise<SipText> =>
  line.exchange.receives(`an answer to ${method} ${cseq}`, (message) => message.status >= 200 && message.header('Call-ID') === callId && message.header('CSeq') === `${cseq} ${method}`);

/** The colleague answers our NOTIFY. @returns its status line. */
async function hears(colleague: ScriptedCallee): Promise<string> {
  const notify = await colleague.receives('NOTIFY');
  expect(notify.header('Event')).toMatch(/^refer;id=\d+$/);
  colleague.respond(notify, 200);
  return notify.body.trim();
}

describe('a colleague who sends the operator on', () => {
  test('is told how it goes, and leaves; the operator is with the third', async () => {
    const { colleague, id } = await withColleague();
    const cseq = colleague.request('REFER', ['Refer-To: <sip:202@lab.test?Replaces=abc%3Bto-tag%3D1%3Bfrom-tag%3D2>', 'Referred-By: <sip:201@lab.test>']);
    expect((await finalAnswer(colleague.callId, cseq, 'REFER')).status).toBe(202);
    expect(await hears(colleague)).toBe('SIP/2.0 100 Trying');
    await colleague.agree('recvonly');
    const third = await ScriptedCallee.called(line.exchange, '202');
    expect(third.invitation.header('Replaces')).toBe('abc;to-tag=1;from-tag=2');
    expect(third.invitation.header('Referred-By')).toBe('<sip:201@lab.test>');
    third.ring();
    expect(await hears(colleague)).toBe('SIP/2.0 180 Ringing');
    await third.answer();
    expect(await hears(colleague)).toBe('SIP/2.0 200 OK');
    colleague.request('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'remote' });
    expect(await line.theCall('connected')).toMatchObject({ party: { raw: '202' }, hold: 'off' });
  });

  test('is told when it fails, and the operator is back with them', async () => {
    const { colleague, id } = await withColleague();
    colleague.request('REFER', ['Refer-To: <sip:202@lab.test>']);
    expect(await hears(colleague)).toBe('SIP/2.0 100 Trying');
    await colleague.agree('recvonly');
    const third = await ScriptedCallee.called(line.exchange, '202');
    third.respond(third.invitation, 486);
    expect(await hears(colleague)).toBe('SIP/2.0 486 Failed');
    await colleague.agree('sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id });
  });

  test('to another exchange is refused, and the call goes on', async () => {
    const { colleague, id } = await withColleague();
    const cseq = colleague.request('REFER', ['Refer-To: <sip:202@evil.example>']);
    expect((await finalAnswer(colleague.callId, cseq, 'REFER')).status).toBe(403);
    expect(line.state.calls).toMatchObject([{ id, state: 'connected', hold: 'off' }]);
  });
});

test('a colleague who hangs up as soon as the REFER was accepted has sent the operator on', async () => {
  const { colleague, id } = await withColleague();
  const cseq = colleague.request('REFER', ['Refer-To: <sip:202@lab.test>']);
  expect((await finalAnswer(colleague.callId, cseq, 'REFER')).status).toBe(202);
  await colleague.receives('INVITE');
  colleague.request('BYE');
  const third = await ScriptedCallee.called(line.exchange, '202');
  await third.answer();
  expect(await line.theCall('connected')).toMatchObject({ party: { raw: '202' } });
  expect(await line.theCall('ended')).toMatchObject({ id, endedBy: 'remote' });
});

test('somebody of another domain is no colleague, whatever they are called', async () => {
  const remote = line.exchange.call();
  const from = [`From: <sip:jan@evil.example>;tag=${remote.tag}`];
  const cseq = remote.request('INVITE', { headers: from, body: sdp('caller') });
  const { id } = await line.theCall('ringing', ({ party }) => party.raw === 'jan');
  await line.telephony.answer(id);
  await remote.answer(cseq);
  await line.theCall('connected');
  const refer = remote.request('REFER', { headers: [...from, 'Refer-To: <sip:+32900123456@lab.test>'] });
  expect((await remote.answer(refer, 'REFER')).status).toBe(403);
  expect(line.state.calls).toMatchObject([{ id, state: 'connected' }]);
});

test('a customer cannot make this telephone call anybody', async () => {
  const { remote, id } = await line.conversation();
  const cseq = remote.request('REFER', { headers: ['Refer-To: <sip:202@lab.test>'] });
  expect((await remote.answer(cseq, 'REFER')).status).toBe(403);
  expect(line.state.calls).toMatchObject([{ id, state: 'connected' }]);
});

describe('somebody who takes the other side’s place', () => {
  /** An INVITE that would replace a dialog. */
  async function replacing(former: ScriptedCall, toTag: string, headers: readonly string[]): Promise<{ readonly remote: ScriptedCall; readonly answer: SipText }> {
    const remote = line.exchange.call();
    const cseq = remote.request('INVITE', { headers: [`Replaces: ${former.callId};to-tag=${toTag};from-tag=${former.tag}`, ...headers], body: sdp('customer') });
    return { remote, answer: await remote.answer(cseq) };
  }

  test('is in conversation at once, as a call of its own; the one that was replaced has ended as transferred', async () => {
    const { remote, id, toTag } = await line.conversation([], '201');
    const taken = await replacing(remote, toTag, ['Referred-By: <sip:201@lab.test>', 'X-Balie-Note: %20kent%20de%20klant']);
    expect(taken.answer.status).toBe(200);
    const next = await line.theCall('connected', (call) => call.id !== id);
    expect(next).toMatchObject({ party: { number: '+32470112233' }, hold: 'off', handOver: 'kent de klant' });
    await remote.receives('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'remote' });
  });

  test('waits where the one they replace waited', async () => {
    const { remote, toTag, id } = await line.conversation([], '201');
    const held = line.telephony.setHeld(id, true);
    await agree(remote, 'recvonly');
    await held;
    const other = line.telephony.dial('202');
    const third = await ScriptedCallee.called(line.exchange, '202');
    await third.answer();
    await other;
    const taken = await replacing(remote, toTag, []);
    taken.remote.respond(await taken.remote.receives('INVITE'), 200, { body: sdp('customer', 'recvonly') });
    await taken.remote.receives('ACK');
    expect(await line.theCall('connected', (call) => call.party.number === '+32470112233' && call.hold === 'on')).toBeDefined();
    expect(await line.theCall('connected', (call) => call.party.raw === '202')).toMatchObject({ hold: 'off' });
  });

  test.each([
    ['sent by somebody who was not in the call', ['Referred-By: <sip:999@lab.test>'], 403],
    ['meant only for a call that rings', [], 486],
  ])('is refused when %s', async (what, headers, status) => {
    const { remote, id, toTag } = await line.conversation([], '201');
    const { answer } = await replacing(remote, what.startsWith('meant') ? `${toTag};early-only` : toTag, headers);
    expect(answer.status).toBe(status);
    expect(line.state.calls).toMatchObject([{ id, state: 'connected' }]);
  });

  test('and cannot be taken up has no right to come again unasked: a later call with that Call-ID rings', async () => {
    const { remote, toTag } = await line.conversation([], '201');
    for (const failing of [line.exchange.call(), line.exchange.call()]) {
      const inject = line.exchange.inject.bind(line.exchange);
      line.exchange.inject = (text) => inject(text.replace(/^Contact: .*\r\n/m, ''));
      const cseq = failing.request('INVITE', { headers: [`Replaces: ${remote.callId};to-tag=${toTag};from-tag=${remote.tag}`], body: sdp('customer') });
      line.exchange.inject = inject;
      expect((await failing.answer(cseq)).status).toBeGreaterThanOrEqual(400);
      const again = line.exchange.call();
      Object.assign(again, { callId: failing.callId });
      again.request('INVITE', { body: sdp('customer') }, 7);
      const { id } = await line.theCall('ringing', ({ sipCallId }) => sipCallId === failing.callId);
      await remote.answer(remote.request('OPTIONS'), 'OPTIONS');
      expect(line.state.calls.find((call) => call.id === id)).toMatchObject({ state: 'ringing' });
      line.telephony.decline(id);
    }
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended', ({ sipCallId }) => sipCallId === remote.callId)).toMatchObject({ cause: 'hung-up' });
  });

  test('is refused for a dialog that there is not', async () => {
    const { remote } = await line.conversation();
    expect((await replacing(remote, 'another', [])).answer.status).toBe(481);
  });
});

test('a REFER outside every dialog is refused', async () => {
  const remote = line.exchange.call();
  const cseq = remote.request('REFER', { headers: ['Refer-To: <sip:202@lab.test>'] });
  expect((await remote.answer(cseq, 'REFER')).status).toBe(403);
});

test('a Replaces that cannot be read is answered, and does no harm', async () => {
  const remote = line.exchange.call();
  const cseq = remote.request('INVITE', { headers: ['Replaces: ;;;nonsense'], body: sdp('caller') });
  expect((await remote.answer(cseq)).status).toBe(400);
  await line.conversation();
});
