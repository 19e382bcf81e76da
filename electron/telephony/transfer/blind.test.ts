import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import type { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { agree, ScriptedTransfers } from '../../../tests/fixtures/scripted-transfers.ts';

let desk: ScriptedTransfers;
let line: ScriptedTelephony;

beforeEach(async () => {
  desk = await ScriptedTransfers.start();
  ({ line } = desk);
});

afterEach(() => desk.stop());

describe('a blind transfer', () => {
  test('holds the caller, asks by REFER with Referred-By, follows the news, and ends our leg', async () => {
    const { remote, id, refer } = await desk.sentOn();
    expect(refer.header('Refer-To')).toBe('<sip:201@lab.test>');
    expect(refer.header('Referred-By')).toBe('<sip:operator@lab.test>');
    expect(desk.theCall(id)).toMatchObject({ hold: 'on', transfer: { kind: 'blind', target: '201', phase: 'asking' } });
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    expect(await desk.tell(remote, '100 Trying')).toBe(200);
    expect(await desk.tell(remote, '180 Ringing')).toBe(200);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'ringing');
    await desk.tell(remote, '200 OK', 'terminated;reason=noresource');
    await remote.receives('BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'local' });
    expect(line.transferred).toMatchObject([{ callId: id, kind: 'blind', target: '201', note: '' }]);
  });

  test('takes a note along, once for who knows the header and once for whom it concerns', async () => {
    const { refer } = await desk.sentOn('Klant wil (nu) geld terug: 50 €\r\nX-Evil: 1');
    const value = refer.header('X-Balie-Note');
    expect(value).toMatch(/^[\w%.!~*'-]+$/);
    expect(decodeURIComponent(value).trim()).toBe('Klant wil (nu) geld terug: 50 €\nX-Evil: 1');
    expect(refer.header('Refer-To')).toBe(`<sip:201@lab.test?X-Balie-Note=${value.replaceAll('%', '%25').replaceAll("'", '%27').replaceAll('!', '%21').replaceAll('*', '%2A').replaceAll('~', '%7E')}>`);
  });

  test.each([403, 405, 603])('that is refused %d leaves the caller on the line', async (status) => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, status);
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: status } });
    line.telephony.transfers.dismiss(id);
    expect(desk.theCall(id)).toMatchObject({ transfer: null });
    expect(line.transferred).toEqual([]);
  });

  test.each(['404 Not Found', '486 Busy Here', '408 Request Timeout'])('whose target says %s brings the caller back', async (status) => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    await desk.tell(remote, '100 Trying');
    await desk.tell(remote, status, 'terminated;reason=noresource');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: Number(status.slice(0, 3)) } });
  });

  test('whose news ends without an answer brings the caller back', async () => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    await desk.tell(remote, '100 Trying');
    await desk.tell(remote, '', 'terminated;reason=timeout');
    await agree(remote, 'sendrecv');
    expect(await line.theCall('connected', ({ hold }) => hold === 'off')).toMatchObject({ id, transfer: { phase: 'failed', sipStatus: null } });
  });

  test('whose caller leaves before the last word has worked', async () => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'transferred', endedBy: 'remote' });
    expect(line.transferred).toHaveLength(1);
  });

  test('that was not accepted yet when the caller hung up is no transfer', async () => {
    const { remote, id } = await desk.sentOn();
    await remote.answer(remote.request('BYE'), 'BYE');
    expect(await line.theCall('ended')).toMatchObject({ id, cause: 'hung-up', endedBy: 'remote' });
    expect(line.transferred).toEqual([]);
  });

  test('that the operator leaves when it is accepted goes on without them', async () => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    line.telephony.hangUp(id);
    await remote.receives('BYE');
    expect(await line.theCall('ended')).toMatchObject({ cause: 'transferred', endedBy: 'local' });
  });

  test('taken back is not followed any more: the caller is back, and stays', async () => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    await line.theCall('connected', ({ transfer }) => transfer?.phase === 'trying');
    const back = line.telephony.transfers.cancel(id);
    await agree(remote, 'sendrecv');
    await back;
    expect(desk.theCall(id)).toMatchObject({ state: 'connected', hold: 'off', transfer: null });
    expect(await desk.tell(remote, '200 OK', 'terminated;reason=noresource')).toBe(481);
    expect(desk.theCall(id)).toMatchObject({ state: 'connected' });
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
    expect(desk.nobodyWasTransferred).toBe(true);
    expect(desk.theCall(id)).toMatchObject({ hold: 'off', transfer: null });
  });

  test('asks also a caller who cannot be held', async () => {
    const { remote, id } = await line.conversation();
    const asked = line.telephony.transfers.blind(id, '201', '');
    remote.respond(await remote.receives('INVITE'), 488);
    await asked;
    await remote.receives('REFER');
    expect(desk.theCall(id)).toMatchObject({ transfer: { phase: 'asking' } });
  });

  test('news of something else is not its news', async () => {
    const { remote, id, refer } = await desk.sentOn();
    remote.respond(refer, 202);
    expect(await desk.tell(remote, '200 OK', 'terminated', `refer;id=${Number(refer.header('CSeq').split(' ')[0]) + 7}`)).toBe(481);
    expect(await desk.tell(remote, 'nonsense', 'active')).toBe(200);
    expect(desk.theCall(id)).toMatchObject({ transfer: { phase: 'trying' } });
  });

  test('is refused for what cannot be dialled, and twice at a time', async () => {
    const { id } = await desk.sentOn();
    await expect(line.telephony.transfers.blind(id, 'x@y', '')).rejects.toMatchObject({ code: 'call.illegal' });
    const other = await line.conversation();
    await expect(line.telephony.transfers.blind(other.id, 'x@y', '')).rejects.toMatchObject({ code: 'transfer.target-invalid' });
  });
});
