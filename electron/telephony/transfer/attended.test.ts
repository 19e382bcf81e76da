import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { agree, ScriptedTransfers } from '../../../tests/fixtures/scripted-transfers.ts';
import { until } from '../../../tests/lab/wait.ts';

let desk: ScriptedTransfers;
let line: ScriptedTelephony;

beforeEach(async () => {
  desk = await ScriptedTransfers.start();
  ({ line } = desk);
});

afterEach(() => desk.stop());

describe('an attended transfer', () => {
  test('replaces the consultation, and both legs end as transferred', async () => {
    const { remote, id, consultId, colleague } = await desk.consulting();
    expect(desk.theCall(consultId)).toMatchObject({ consultationFor: id });
    await line.telephony.transfers.complete(id, 'kent de klant');
    const refer = await remote.receives('REFER');
    const { own, theirs } = colleague.tags;
    const referTo = /^<sip:201@lab\.test\?Replaces=([^&]+)&X-Balie-Note=[^&]+>$/.exec(refer.header('Refer-To'));
    expect(decodeURIComponent(referTo?.[1] ?? '')).toBe(`${colleague.callId};to-tag=${own};from-tag=${theirs}`);
    remote.respond(refer, 202);
    colleague.request('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'transferred', consultationFor: id });
    await desk.tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    expect(line.transferred).toMatchObject([{ callId: id, kind: 'attended', target: '201', note: 'kent de klant' }]);
  });

  test('toggles between caller and colleague', async () => {
    const { remote, id, consultId, colleague } = await desk.consulting();
    const toCaller = line.telephony.switchTo(id);
    await colleague.agree('recvonly');
    await agree(remote, 'sendrecv');
    await toCaller;
    expect(desk.theCall(id)).toMatchObject({ hold: 'off' });
    expect(desk.theCall(consultId)).toMatchObject({ hold: 'on', consultationFor: id });
    const toColleague = line.telephony.switchTo(consultId);
    await agree(remote, 'recvonly');
    await colleague.agree('sendrecv');
    await toColleague;
    expect(desk.theCall(id)).toMatchObject({ hold: 'on' });
  });

  test('taken back ends the consultation and returns to the caller', async () => {
    const { remote, id, consultId, colleague } = await desk.consulting();
    const back = line.telephony.transfers.cancel(consultId);
    await colleague.receives('BYE');
    await agree(remote, 'sendrecv');
    await back;
    expect(desk.theCall(id)).toMatchObject({ state: 'connected', hold: 'off' });
    expect(desk.theCall(consultId)).toMatchObject({ state: 'ended', cause: 'hung-up', endedBy: 'local' });
    expect(desk.nobodyWasTransferred).toBe(true);
  });

  test('whose colleague does not answer is no transfer: the caller waits and can be taken back', async () => {
    const { remote, id, consultId, colleague } = await desk.consultingRinging();
    colleague.respond(colleague.invitation, 486);
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'busy' });
    expect(desk.theCall(id)).toMatchObject({ state: 'connected', hold: 'on' });
    const back = line.telephony.switchTo(id);
    await agree(remote, 'sendrecv');
    await back;
    expect(desk.theCall(id)).toMatchObject({ hold: 'off' });
  });

  test('whose colleague hangs up leaves the caller, who can be taken back', async () => {
    const { id, consultId, colleague } = await desk.consulting();
    colleague.request('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id: consultId, cause: 'hung-up', endedBy: 'remote' });
    expect(desk.theCall(id)).toMatchObject({ state: 'connected', hold: 'on', transfer: null });
    await expect(line.telephony.transfers.complete(id, '')).rejects.toMatchObject({ code: 'call.illegal' });
  });

  test('whose caller hangs up before they are on hold calls nobody', async () => {
    const { remote, id } = await line.conversation();
    const asked = expect(line.telephony.transfers.consult(id, '201')).rejects.toMatchObject({ code: 'call.illegal' });
    await remote.receives('INVITE');
    remote.request('BYE');
    await asked;
    expect(line.exchange.received.filter(({ first }) => first.startsWith('INVITE sip:201'))).toEqual([]);
  });

  test('whose caller hangs up leaves a plain call with the colleague', async () => {
    const { remote, id, consultId } = await desk.consulting();
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'hung-up' });
    expect(desk.theCall(consultId)).toMatchObject({ state: 'connected', consultationFor: null });
  });

  test('completed while the colleague still rings lets the exchange call them', async () => {
    const { remote, id, consultId, colleague } = await desk.consultingRinging();
    const done = line.telephony.transfers.complete(consultId, '');
    const cancel = await line.exchange.receives('CANCEL', ({ method, isRequest }) => isRequest && method === 'CANCEL');
    expect(cancel.header('Call-ID')).toBe(colleague.callId);
    await done;
    const refer = await remote.receives('REFER');
    expect(refer.header('Refer-To')).toBe('<sip:201@lab.test>');
    remote.respond(refer, 202);
    await desk.tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
  });

  test('that fails brings the caller back, and the colleague waits', async () => {
    const { remote, id, consultId, colleague } = await desk.consulting();
    await line.telephony.transfers.complete(id, '');
    remote.respond(await remote.receives('REFER'), 202);
    await desk.tell(remote, '503 Service Unavailable', 'terminated;reason=noresource');
    await colleague.agree('recvonly');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', (call) => call.id === id && call.hold === 'off')).toMatchObject({ transfer: { kind: 'attended', phase: 'failed', sipStatus: 503 } });
    expect(desk.theCall(consultId)).toMatchObject({ state: 'connected', hold: 'on', consultationFor: id });
  });

  test('whose caller leaves before the last word has worked, and the colleague is left to leave', async () => {
    const { remote, id, consultId, colleague } = await desk.consulting();
    await line.telephony.transfers.complete(id, '');
    remote.respond(await remote.receives('REFER'), 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred' });
    expect(desk.theCall(consultId)).toMatchObject({ state: 'connected', consultationFor: id });
    await until('a colleague who stays is a plain call', () => desk.theCall(consultId)?.consultationFor === null);
    colleague.request('BYE');
    await line.theCall('ended', (call) => call.id === consultId);
  });

  test('a colleague who answers while the operator is back with the caller waits', async () => {
    const { remote, id, consultId, colleague } = await desk.consultingRinging();
    const back = line.telephony.switchTo(id);
    await agree(remote, 'sendrecv');
    await back;
    await colleague.answer();
    await colleague.agree('recvonly');
    expect(await line.theCall('connected', (call) => call.id === consultId && call.hold === 'on')).toMatchObject({ consultationFor: id });
    expect(desk.theCall(id)).toMatchObject({ hold: 'off' });
  });

  test('stopping the telephone ends both legs and transfers nobody', async () => {
    const { remote, colleague } = await desk.consulting();
    const stopped = line.telephony.stop();
    await Promise.all([remote.receives('BYE'), colleague.receives('BYE')]);
    await stopped;
    expect(desk.nobodyWasTransferred).toBe(true);
  });
});
