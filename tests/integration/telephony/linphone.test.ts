import { describe, expect, it } from 'vitest';
import { linphoneAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import type { Linphone } from '../../lab/linphonec.ts';
import { until } from '../../lab/wait.ts';
import { queue } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = linphoneAvailable();
/** Hertz of what the colleague speaks; away from the microphone's and its octaves. */
const colleagueTone = 600;

describe.skipIf(!available)(`calls with linphone, which honours Replaces ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({ provisioning: { policy: { noteHeader: 'X-Balie-Note' } } }, (station) => ({ lab, host } = station));

  /** Linphone calls the queue and is answered. */
  async function conversation(caller: Linphone): Promise<{ readonly id: string; readonly theirs: number }> {
    const calling = caller.call(queue);
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    const theirs = await calling;
    await bothHear(caller, callerTone);
    return { id, theirs };
  }

  /** The operator calls a colleague's linphone, with a call in hand or without. */
  async function calls(colleague: Linphone, about?: string): Promise<{ readonly id: string; readonly theirs: number }> {
    const dialled = about === undefined ? host.do('dial', 'colleague') : host.do('transfer.consult', about, 'colleague');
    const theirs = await colleague.answer();
    const id = String(await dialled);
    await host.call('connected', (call) => call.id === id);
    await bothHear(colleague, colleagueTone);
    return { id, theirs };
  }

  async function bothHear(linphone: Linphone, tone: number): Promise<void> {
    await Promise.all([linphone.hears.heard(microphoneTone), lab.speaker.heard(tone)]);
  }

  const colleague = () => lab.linphone('colleague', { tone: colleagueTone });

  it('calls in: both are heard, held by either side and back, takes digits, and hangs up', async () => {
    const caller = await lab.linphone('third');
    const { id, theirs } = await conversation(caller);
    await host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'on');
    await Promise.all([caller.has('PausedByRemote'), caller.hears.silent(), lab.speaker.silent()]);
    await host.do('setHeld', id, false);
    await bothHear(caller, callerTone);
    await caller.hold(theirs);
    await host.call('connected', ({ heldByRemote }) => heldByRemote);
    await caller.hears.silent();
    await caller.resume(theirs);
    await host.call('connected', ({ heldByRemote, hold }) => !heldByRemote && hold === 'off');
    await bothHear(caller, callerTone);
    await host.do('sendDigits', id, '147#');
    await until('the digits arrived', () => lab.digitsHeardBy(caller) === '147#');
    caller.hangUp();
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'hung-up', endedBy: 'remote' });
    await caller.stop();
  });

  it('is called and sends the operator on: the operator hears the third', async () => {
    const other = await colleague();
    const third = await lab.colleague('third', { tone: callerTone, answer: 'auto' });
    const { id, theirs } = await calls(other);
    other.transfer(theirs, 'sip:third@lab.test');
    await host.call('connected', (call) => call.party.raw === 'third');
    await Promise.all([lab.speaker.heard(callerTone), third.hears.heard(microphoneTone)]);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred', endedBy: 'remote' });
    await other.has();
    await Promise.all([other.stop(), third.stop()]);
  });

  it('is sent on by blind transfer: caller and colleague hear each other, and the note has come along to the colleague', async () => {
    const [caller, other] = await Promise.all([lab.linphone('third'), lab.colleague('colleague', { tone: colleagueTone, answer: 'auto' })]);
    const { id } = await conversation(caller);
    await host.do('transfer.blind', id, 'colleague', 'kent de klant');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    await Promise.all([caller.hears.heard(colleagueTone), other.hears.heard(callerTone), caller.has('StreamsRunning')]);
    expect(decodeURIComponent(/X-Balie-Note: (\S+)/.exec(other.log())?.[1] ?? '').trim()).toBe('kent de klant');
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('attended: the colleague, who answers nothing, has one call, and it is the caller’s; nobody keeps a leg to the operator', async () => {
    const [caller, other] = await Promise.all([lab.linphone('third'), colleague()]);
    const { id } = await conversation(caller);
    const { id: consultId, theirs } = await calls(other, id);
    await host.do('transfer.complete', id, '');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred' });
    expect(await host.call('ended', (call) => call.id === consultId)).toMatchObject({ cause: 'transferred' });
    await Promise.all([caller.hears.heard(colleagueTone), other.hears.heard(callerTone)]);
    // Nobody answers here: what was not meant to replace a call would ring beside it.
    await Promise.all([caller.has('StreamsRunning'), other.has('StreamsRunning')]);
    expect((await other.calls())[0]?.id).not.toBe(theirs);
    await Promise.all([caller.stop(), other.stop()]);
  });

  it('puts the operator through to somebody else: the operator, who answers nothing, hears the other and has one call', async () => {
    const [third, other] = await Promise.all([lab.linphone('third'), colleague()]);
    const { id, theirs } = await calls(other);
    await other.hold(theirs);
    const [second] = await Promise.all([other.call('third'), third.answer()]);
    await host.call('connected', ({ heldByRemote }) => heldByRemote);
    other.bringTogether(second, theirs);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'transferred', endedBy: 'remote' });
    await host.call('connected', (call) => call.party.raw === 'third' && call.direction === 'inbound');
    await bothHear(third, callerTone);
    expect(host.calls.filter(({ state }) => state !== 'ended')).toHaveLength(1);
    await Promise.all([third.has('StreamsRunning'), other.has()]);
    await Promise.all([third.stop(), other.stop()]);
  });
});
