import { describe, expect, it } from 'vitest';
import type { Peer } from '../../lab/baresip.ts';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { conversation, queue } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
/** Hertz of what the colleague speaks. */
const colleagueTone = 600;
/** Of the third. All stay away from the microphone's: the echo canceller would take its neighbours for an echo. */
const thirdTone = 1600;

describe.skipIf(!available)(`transfers, lines and conference in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({}, (station) => ({ lab, host } = station));

  const colleague = (answer: 'auto' | 'manual' = 'auto') => lab.colleague('colleague', { tone: colleagueTone, answer });

  async function hearEachOther(caller: Peer, other: Peer): Promise<void> {
    await Promise.all([caller.hears.heard(colleagueTone), other.hears.heard(callerTone)]);
  }

  /** A caller on hold and a colleague in consultation. */
  async function consulting(): Promise<{ readonly caller: Peer; readonly other: Peer; readonly id: string; readonly consultId: string }> {
    const other = await colleague();
    const { caller, id } = await conversation(lab, host);
    const consultId = String(await host.do('transfer.consult', id, 'colleague'));
    await host.call('connected', (call) => call.id === consultId && call.consultationFor === id);
    await Promise.all([other.hears.heard(microphoneTone), lab.speaker.heard(colleagueTone), caller.hears.silent()]);
    return { caller, other, id, consultId };
  }

  it('blind: caller and colleague hear each other, and our leg has ended as transferred', async () => {
    const other = await colleague();
    const { caller, id } = await conversation(lab, host);
    await host.do('transfer.blind', id, 'colleague', 'kent de klant');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    await hearEachOther(caller, other);
    expect(host.transferred.at(-1)).toMatchObject({ callId: id, kind: 'blind', target: 'colleague' });
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('blind to nobody: the caller is back and both hear each other', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.do('transfer.blind', id, 'nobody-here', '');
    expect(await host.call('connected', (call) => call.transfer?.phase === 'failed' && call.hold === 'off')).toMatchObject({ transfer: { sipStatus: 404 } });
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await caller.stop();
  });

  it('blind, taken back while the colleague’s telephone rings: the caller hears the operator again', async () => {
    const other = await colleague('manual');
    const { caller, id } = await conversation(lab, host);
    await host.do('transfer.blind', id, 'colleague', '');
    await other.event('CALL_INCOMING');
    await host.call('connected', ({ transfer }) => transfer?.phase === 'ringing' || transfer?.phase === 'trying');
    await host.do('transfer.cancel', id);
    await host.call('connected', (call) => call.id === id && call.transfer === null && call.hold === 'off');
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    expect(host.calls.some(({ state }) => state === 'ended')).toBe(false);
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('a caller who leaves before the last word of the transfer has been transferred', async () => {
    const caller = lab.sippCaller('caller-refer-byes', queue, { caller: '+32470112233', display: 'Els' });
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    await host.call('connected', (call) => call.id === id);
    await host.do('transfer.blind', id, 'colleague', '');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    await caller.done();
  });

  it('attended: taken back the caller hears the operator; a second time, after toggling, caller and colleague hear each other, and both legs have ended', async () => {
    const { caller, other, id, consultId: first } = await consulting();
    await host.do('transfer.cancel', id);
    await other.event('CALL_CLOSED');
    expect(await host.call('ended', (call) => call.id === first)).toMatchObject({ cause: 'hung-up', endedBy: 'local' });
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    const consultId = String(await host.do('transfer.consult', id, 'colleague'));
    await host.call('connected', (call) => call.id === consultId);
    await host.do('switchTo', id);
    await Promise.all([caller.hears.heard(microphoneTone), other.hears.silent()]);
    await host.do('switchTo', consultId);
    await Promise.all([other.hears.heard(microphoneTone), caller.hears.silent()]);
    await host.do('transfer.complete', id, '');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    expect(await host.call('ended', (call) => call.id === consultId)).toMatchObject({ cause: 'transferred' });
    await hearEachOther(caller, other);
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('attended, completed while the colleague’s telephone rings', async () => {
    const other = await colleague('manual');
    const { caller, id } = await conversation(lab, host);
    const consultId = String(await host.do('transfer.consult', id, 'colleague'));
    await host.call('alerting', (call) => call.id === consultId);
    const since = Date.now();
    await host.do('transfer.complete', id, '');
    await other.event('CALL_INCOMING', { since });
    await other.answer();
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    await hearEachOther(caller, other);
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('conference: muted, the others hear each other; split, one waits in silence; left, they talk without us', async () => {
    const { caller, other, id, consultId } = await consulting();
    await host.do('conference.join', id, consultId);
    await host.call('connected', (call) => call.id === id && call.conference && call.hold === 'off');
    // With the operator's microphone in, each hears two tones at once; muted, the other party alone.
    await host.do('setMuted', id, true);
    await hearEachOther(caller, other);
    await host.do('conference.split', id);
    await host.do('setMuted', id, false);
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone), other.hears.silent()]);
    await host.call('connected', (call) => call.id === consultId && call.hold === 'on' && !call.conference);
    await host.do('conference.join', id, consultId);
    await host.do('conference.leave', '');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    expect(await host.call('ended', (call) => call.id === consultId)).toMatchObject({ cause: 'transferred' });
    await hearEachOther(caller, other);
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('a colleague puts the operator through: the operator hears the third', async () => {
    const other = await colleague();
    const third = await lab.colleague('third', { tone: thirdTone, answer: 'auto' });
    const id = String(await host.do('dial', 'colleague'));
    await host.call('connected', (call) => call.id === id);
    await other.hears.heard(microphoneTone);
    await other.transfer('sip:third@lab.test');
    const next = await host.call('connected', (call) => call.party.raw === 'third');
    await Promise.all([lab.speaker.heard(thirdTone), third.hears.heard(microphoneTone)]);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred', endedBy: 'remote' });
    expect(next).toMatchObject({ direction: 'outbound' });
    await Promise.all([other.stop(), third.stop()]);
  });

  it('a caller who wants to send the operator elsewhere is refused', async () => {
    const { caller } = await conversation(lab, host);
    const before = Date.now();
    await caller.transfer('sip:third@lab.test');
    expect((await caller.event('TRANSFER_FAILED')).param).toContain('403');
    expect(host.at(before, ({ calls }) => calls.some(({ party }) => party.raw === 'third'))).toBeUndefined();
    await caller.stop();
  });
});
