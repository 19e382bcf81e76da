import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { ScriptedCallee } from '../../../tests/fixtures/scripted-callee.ts';
import type { ScriptedCall, SipText } from '../../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
  await line.telephony.start(line.provisioning({ displayName: 'Another' }, { noteHeader: 'X-Balie-Note' }));
  await until('registered anew', () => line.exchange.connections > 1 && line.state.registration.state === 'registered');
});

afterEach(() => line.stop());

const theCall = (id: string): Call | undefined => line.state.calls.find((call) => call.id === id);

async function agree(remote: ScriptedCall, direction: 'recvonly' | 'sendrecv'): Promise<void> {
  remote.respond(await remote.receives('INVITE'), 200, { body: sdp('caller', direction) });
  await remote.receives('ACK');
}

/** The caller tells how the transfer goes. @returns what the NOTIFY was answered with. */
async function tell(remote: ScriptedCall, status: string, state = 'active;expires=60', event = 'refer'): Promise<number> {
  const cseq = remote.request('NOTIFY', { headers: [`Event: ${event}`, `Subscription-State: ${state}`, 'Content-Type: message/sipfrag'], body: status === '' ? '' : `SIP/2.0 ${status}\r\n` });
  return (await remote.answer(cseq, 'NOTIFY')).status;
}

/** A caller whom the operator sends on; the REFER has arrived. */
async function sentOn(note = ''): Promise<{ readonly remote: ScriptedCall; readonly id: string; readonly refer: SipText }> {
  const { remote, id } = await line.conversation();
  const asked = line.telephony.transfers.blind(id, '201', note);
  await agree(remote, 'recvonly');
  await asked;
  return { remote, id, refer: await remote.receives('REFER') };
}

/** A caller on hold and a colleague in consultation about them. */
async function consulting(): Promise<{ readonly remote: ScriptedCall; readonly id: string; readonly consultId: string; readonly colleague: ScriptedCallee }> {
  const { remote, id, consultId, colleague } = await consultingRinging();
  await colleague.answer();
  await line.theCall('connected', (call) => call.id === consultId);
  return { remote, id, consultId, colleague };
}

async function consultingRinging() {
  const { remote, id } = await line.conversation();
  const asked = line.telephony.transfers.consult(id, '201');
  await agree(remote, 'recvonly');
  const colleague = await ScriptedCallee.called(line.exchange, '201');
  const consultId = await asked;
  colleague.ring();
  await line.theCall('alerting', (call) => call.id === consultId);
  return { remote, id, consultId, colleague };
}

describe('a blind transfer', () => {
  test('holds the caller, asks by REFER with Referred-By, follows the news, and ends our leg', async () => {
    const { remote, id, refer } = await sentOn();
    expect(refer.header('Refer-To')).toBe('<sip:201@lab.test>');
    expect(refer.header('Referred-By')).toBe('<sip:operator@lab.test>');
    expect(theCall(id)).toMatchObject({ hold: 'on', transfer: { kind: 'blind', target: '201', phase: 'asking' } });
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    expect(await tell(remote, '100 Trying')).toBe(200);
    expect(await tell(remote, '180 Ringing')).toBe(200);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'ringing');
    await tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'local' });
    expect(line.transferred).toMatchObject([{ callId: id, kind: 'blind', target: '201', note: '' }]);
  });

  test('takes a note along, once for who knows the header and once for whom it concerns', async () => {
    const { refer } = await sentOn('Klant wil (nu) geld terug: 50 €\r\nX-Evil: 1');
    const value = refer.header('X-Balie-Note');
    expect(value).toMatch(/^[\w%.!~*'-]+$/);
    expect(decodeURIComponent(value).trim()).toBe('Klant wil (nu) geld terug: 50 €\nX-Evil: 1');
    expect(refer.header('Refer-To')).toBe(`<sip:201@lab.test?X-Balie-Note=${value.replaceAll('%', '%25').replaceAll("'", '%27').replaceAll('!', '%21').replaceAll('*', '%2A').replaceAll('~', '%7E')}>`);
  });

  test.each([403, 405, 603])('that is refused %d leaves the caller on the line', async (status) => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, status);
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: status } });
    line.telephony.transfers.dismiss(id);
    expect(theCall(id)).toMatchObject({ transfer: null });
    expect(line.transferred).toEqual([]);
  });

  test.each(['404 Not Found', '486 Busy Here', '408 Request Timeout'])('whose target says %s brings the caller back', async (status) => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    await tell(remote, '100 Trying');
    await tell(remote, status, 'terminated;reason=noresource');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: Number(status.slice(0, 3)) } });
  });

  test('whose news ends without an answer brings the caller back', async () => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    await tell(remote, '100 Trying');
    await tell(remote, '', 'terminated;reason=timeout');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: null } });
  });

  test('whose caller leaves before the last word has worked', async () => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'remote' });
    expect(line.transferred).toHaveLength(1);
  });

  test('that was not accepted yet when the caller hung up is no transfer', async () => {
    const { remote, id } = await sentOn();
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'hung-up', endedBy: 'remote' });
    expect(line.transferred).toEqual([]);
  });

  test('that the operator leaves when it is accepted goes on without them', async () => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    line.telephony.hangUp(id);
    await remote.receives('BYE');
    expect(await line.theCall('ended')).toMatchObject({ cause: 'transferred', endedBy: 'local' });
  });

  test('taken back is not followed any more: the caller is back, and stays', async () => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    const back = line.telephony.transfers.cancel(id);
    await agree(remote, 'sendrecv');
    await back;
    expect(theCall(id)).toMatchObject({ state: 'connected', hold: 'off', transfer: null });
    expect(await tell(remote, '200 OK', 'terminated;reason=noresource')).toBe(481);
    expect(theCall(id)).toMatchObject({ state: 'connected' });
    expect(line.transferred).toEqual([]);
  });

  test('taken back while the caller is being held never leaves', async () => {
    const { remote, id } = await line.conversation();
    const asked = line.telephony.transfers.blind(id, '201', '');
    const hold = await remote.receives('INVITE');
    const back = line.telephony.transfers.cancel(id);
    remote.respond(hold, 200, { body: sdp('caller', 'recvonly') });
    await agree(remote, 'sendrecv');
    await Promise.all([asked, back]);
    expect(line.exchange.received.some(({ method }) => method === 'REFER')).toBe(false);
    expect(theCall(id)).toMatchObject({ hold: 'off', transfer: null });
  });

  test('asks also a caller who cannot be held', async () => {
    const { remote, id } = await line.conversation();
    const asked = line.telephony.transfers.blind(id, '201', '');
    remote.respond(await remote.receives('INVITE'), 488);
    await asked;
    await remote.receives('REFER');
    expect(theCall(id)).toMatchObject({ transfer: { phase: 'asking' } });
  });

  test('news of something else is not its news', async () => {
    const { remote, id, refer } = await sentOn();
    remote.respond(refer, 202);
    expect(await tell(remote, '200 OK', 'terminated', `refer;id=${Number(refer.header('CSeq').split(' ')[0]) + 7}`)).toBe(481);
    expect(await tell(remote, 'nonsense', 'active')).toBe(200);
    expect(theCall(id)).toMatchObject({ transfer: { phase: 'trying' } });
  });

  test('is refused for what cannot be dialled, and twice at a time', async () => {
    const { id } = await sentOn();
    await expect(line.telephony.transfers.blind(id, 'x@y', '')).rejects.toMatchObject({ code: 'call.illegal' });
    const other = await line.conversation();
    await expect(line.telephony.transfers.blind(other.id, 'x@y', '')).rejects.toMatchObject({ code: 'transfer.target-invalid' });
  });
});

describe('an attended transfer', () => {
  test('replaces the consultation, and both legs end as transferred', async () => {
    const { remote, id, consultId, colleague } = await consulting();
    expect(theCall(consultId)).toMatchObject({ consultationFor: id });
    await line.telephony.transfers.complete(id, 'kent de klant');
    const refer = await remote.receives('REFER');
    const { own, theirs } = colleague.tags;
    const referTo = /^<sip:201@lab\.test\?Replaces=([^&]+)&X-Balie-Note=[^&]+>$/.exec(refer.header('Refer-To'));
    expect(decodeURIComponent(referTo?.[1] ?? '')).toBe(`${colleague.callId};to-tag=${own};from-tag=${theirs}`);
    remote.respond(refer, 202);
    colleague.request('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'transferred', consultationFor: id });
    await tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    expect(line.transferred).toMatchObject([{ callId: id, kind: 'attended', target: '201', note: 'kent de klant' }]);
  });

  test('toggles between caller and colleague', async () => {
    const { remote, id, consultId, colleague } = await consulting();
    const toCaller = line.telephony.switchTo(id);
    await colleague.agree('recvonly');
    await agree(remote, 'sendrecv');
    await toCaller;
    expect(theCall(id)).toMatchObject({ hold: 'off' });
    expect(theCall(consultId)).toMatchObject({ hold: 'on', consultationFor: id });
    const toColleague = line.telephony.switchTo(consultId);
    await agree(remote, 'recvonly');
    await colleague.agree('sendrecv');
    await toColleague;
    expect(theCall(id)).toMatchObject({ hold: 'on' });
  });

  test('taken back ends the consultation and returns to the caller', async () => {
    const { remote, id, consultId, colleague } = await consulting();
    const back = line.telephony.transfers.cancel(consultId);
    await colleague.receives('BYE');
    await agree(remote, 'sendrecv');
    await back;
    expect(theCall(id)).toMatchObject({ state: 'connected', hold: 'off' });
    expect(theCall(consultId)).toMatchObject({ state: 'ended', cause: 'hung-up', endedBy: 'local' });
    expect(line.exchange.received.some(({ method }) => method === 'REFER')).toBe(false);
  });

  test('whose colleague does not answer is no transfer: the caller waits and can be taken back', async () => {
    const { remote, id, consultId, colleague } = await consultingRinging();
    colleague.respond(colleague.invitation, 486);
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'busy' });
    expect(theCall(id)).toMatchObject({ state: 'connected', hold: 'on' });
    const back = line.telephony.switchTo(id);
    await agree(remote, 'sendrecv');
    await back;
    expect(theCall(id)).toMatchObject({ hold: 'off' });
  });

  test('whose colleague hangs up leaves the caller, who can be taken back', async () => {
    const { id, consultId, colleague } = await consulting();
    colleague.request('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'hung-up', endedBy: 'remote' });
    expect(theCall(id)).toMatchObject({ state: 'connected', hold: 'on', transfer: null });
    await expect(line.telephony.transfers.complete(id, '')).rejects.toMatchObject({ code: 'call.illegal' });
  });

  test('whose caller hangs up leaves a plain call with the colleague', async () => {
    const { remote, id, consultId } = await consulting();
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'hung-up' });
    expect(theCall(consultId)).toMatchObject({ state: 'connected', consultationFor: null });
  });

  test('completed while the colleague still rings lets the exchange call them', async () => {
    const { remote, id, consultId, colleague } = await consultingRinging();
    const done = line.telephony.transfers.complete(consultId, '');
    const cancel = await line.exchange.receives('CANCEL', ({ method, isRequest }) => isRequest && method === 'CANCEL');
    expect(cancel.header('Call-ID')).toBe(colleague.callId);
    await done;
    const refer = await remote.receives('REFER');
    expect(refer.header('Refer-To')).toBe('<sip:201@lab.test>');
    remote.respond(refer, 202);
    await tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
  });

  test('that fails brings the caller back, and the colleague waits', async () => {
    const { remote, id, consultId, colleague } = await consulting();
    await line.telephony.transfers.complete(id, '');
    remote.respond(await remote.receives('REFER'), 202);
    await tell(remote, '503 Service Unavailable', 'terminated;reason=noresource');
    await colleague.agree('recvonly');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', (call) => call.id === id && call.hold === 'off')).toMatchObject({ transfer: { kind: 'attended', phase: 'failed', sipStatus: 503 } });
    expect(theCall(consultId)).toMatchObject({ state: 'connected', hold: 'on', consultationFor: id });
  });

  test('whose caller leaves before the last word has worked, and the colleague is left to leave', async () => {
    const { remote, id, consultId, colleague } = await consulting();
    await line.telephony.transfers.complete(id, '');
    remote.respond(await remote.receives('REFER'), 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred' });
    expect(theCall(consultId)).toMatchObject({ state: 'connected', consultationFor: id });
    await until('a colleague who stays is a plain call', () => theCall(consultId)?.consultationFor === null);
    colleague.request('BYE');
    await line.theCall('ended', (call) => call.id === consultId);
  });

  test('a colleague who answers while the operator is back with the caller waits', async () => {
    const { remote, id, consultId, colleague } = await consultingRinging();
    const back = line.telephony.switchTo(id);
    await agree(remote, 'sendrecv');
    await back;
    await colleague.answer();
    await colleague.agree('recvonly');
    expect(await line.theCall('connected', (call) => call.id === consultId && call.hold === 'on')).toMatchObject({ consultationFor: id });
    expect(theCall(id)).toMatchObject({ hold: 'off' });
  });

  test('stopping the telephone ends both legs and transfers nobody', async () => {
    const { remote, colleague } = await consulting();
    const stopped = line.telephony.stop();
    await Promise.all([remote.receives('BYE'), colleague.receives('BYE')]);
    await stopped;
    expect(line.exchange.received.some(({ method }) => method === 'REFER')).toBe(false);
  });
});
