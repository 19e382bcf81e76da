import { describe, expect, it } from 'vitest';
import type { CallIn } from '#shared/domain/call.ts';
import type { Peer } from '../../lab/baresip.ts';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { trunk } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
const queue = '+3280012345';

describe.skipIf(!available)(`calls in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({ provisioning: { policy: { maxCalls: 2 } } }, (station) => ({ lab, host } = station));

  async function ring(caller: Peer): Promise<CallIn<'ringing'>> {
    await caller.call(queue);
    return host.call('ringing', ({ prepared }) => prepared);
  }

  /** A caller in conversation with the operator. */
  async function converse(user = '+32470112233', options: { readonly tone?: number } = {}): Promise<{ readonly caller: Peer; readonly id: string }> {
    const caller = await lab.caller({ user, ...options });
    const { id } = await ring(caller);
    await host.do('answer', id);
    await host.call('connected', (call) => call.id === id);
    await caller.event('CALL_ESTABLISHED');
    return { caller, id };
  }

  it('rings, is answered, is heard at both ends, and is hung up', async () => {
    const caller = await lab.caller({ user: '+32470112233', displayName: 'Els Peeters' });
    const ringing = await ring(caller);
    await lab.speaker.loud({ forMs: 300 });
    expect(ringing).toMatchObject({ direction: 'inbound', party: { number: '+32470112233', displayName: 'Els Peeters' }, called: queue, queueKey: 'orders' });
    await host.do('answer', ringing.id);
    expect(await host.call('connected')).toMatchObject({ microphone: true, media: 'flowing', hold: 'off', muted: false });
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await host.do('hangUp', ringing.id);
    await caller.event('CALL_CLOSED');
    expect(await host.call('ended')).toMatchObject({ cause: 'hung-up', endedBy: 'local', answeredAt: expect.any(String) as string });
    await caller.stop();
  });

  it('ends when the caller hangs up', async () => {
    const { caller, id } = await converse();
    await caller.hangUp();
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'hung-up', endedBy: 'remote' });
    await caller.stop();
  });

  it('is silent for the caller while muted, and heard again afterwards', async () => {
    const { caller, id } = await converse();
    await caller.hears.heard(microphoneTone);
    await host.do('setMuted', id, true);
    await caller.hears.silent();
    await lab.speaker.heard(callerTone);
    await host.do('setMuted', id, false);
    await caller.hears.heard(microphoneTone);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('is silent both ways on hold, and shows it only when it is agreed', async () => {
    const { caller, id } = await converse();
    await caller.hears.heard(microphoneTone);
    const before = Date.now();
    await host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'on');
    const holds = host.states.filter(({ at }) => at >= before).map(({ value }) => value.calls.find((call) => call.id === id));
    expect(holds.flatMap((call) => (call?.state === 'connected' ? [call.hold] : []))[0]).toBe('holding');
    await Promise.all([caller.hears.silent(), lab.speaker.silent()]);
    await host.do('setHeld', id, false);
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('stays muted through hold and resume', async () => {
    const { caller, id } = await converse();
    await host.do('setMuted', id, true);
    await host.do('setHeld', id, true);
    await host.do('setHeld', id, false);
    await lab.speaker.heard(callerTone);
    await caller.hears.silent();
    await host.do('setMuted', id, false);
    await caller.hears.heard(microphoneTone);
    await host.do('setHeld', id, true);
    await host.do('setHeld', id, false);
    await caller.hears.heard(microphoneTone);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('knows when the caller puts it on hold', async () => {
    const { caller, id } = await converse();
    await caller.hold();
    await host.call('connected', ({ heldByRemote }) => heldByRemote);
    await caller.resume();
    await host.call('connected', ({ heldByRemote }) => !heldByRemote);
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('sends digits as telephone events', async () => {
    const { caller, id } = await converse();
    await caller.hears.heard(microphoneTone);
    await host.do('sendDigits', id, '12');
    await host.do('sendDigits', id, '34#');
    await until('the caller heard the digits', () => lab.digitsHeardBy(caller) === '1234#');
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('stops ringing when the caller gives up', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    const { id } = await ring(caller);
    await caller.hangUp();
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'cancelled', endedBy: 'remote', answeredAt: null });
    await caller.stop();
  });

  it('declines with 486', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    const { id } = await ring(caller);
    await host.do('decline', id);
    expect((await caller.event('CALL_CLOSED')).param).toContain('486');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'declined', endedBy: 'local' });
    await caller.stop();
  });

  it('offers a second call while the first is kept, holds the first for it, and is busy for a third', async () => {
    const first = await converse('+32470112233', { tone: 440 });
    await first.caller.hears.heard(microphoneTone);
    const second = await lab.caller({ user: '+32470445566', tone: 600 });
    const { id } = await ring(second);
    await first.caller.hears.heard(microphoneTone);
    const third = await lab.caller({ user: '+32470778899' });
    await third.call(queue);
    expect((await third.event('CALL_CLOSED')).param).toContain('486');
    await host.do('answer', id);
    await host.call('connected', (call) => call.id === first.id && call.hold === 'on');
    await Promise.all([second.hears.heard(microphoneTone), lab.speaker.heard(600), first.caller.hears.silent()]);
    await host.do('setHeld', first.id, false);
    await host.call('connected', (call) => call.id === id && call.hold === 'on');
    await Promise.all([first.caller.hears.heard(microphoneTone), lab.speaker.heard(440), second.hears.silent()]);
    await host.do('hangUp', first.id);
    await host.do('setHeld', id, false);
    await second.hears.heard(microphoneTone);
    await host.do('hangUp', id);
    await Promise.all([first.caller.stop(), second.stop(), third.stop()]);
  });

  it('dials a number, hears the other side, and hangs up', async () => {
    const callee = await trunk(lab, 'echo');
    const id = String(await host.do('dial', '02 555 12 34'));
    expect(await host.call('connected', (call) => call.id === id)).toMatchObject({ direction: 'outbound', party: { number: '+3225551234' } });
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'hung-up', endedBy: 'local' });
    await callee.stop();
  });

  it('survives a hold that is refused, which nobody overhears, and one that meets an offer of the other side twice', async () => {
    const callee = await trunk(lab, 'glare');
    const hears = lab.trunkHears();
    const id = String(await host.do('dial', '+3225551234'));
    await host.call('connected', (call) => call.id === id);
    await hears.heard(microphoneTone);
    const refused = expect(host.do('setHeld', id, true)).rejects.toMatchObject({ code: 'media.failed' });
    await host.call('connected', (call) => call.hold === 'holding');
    await hears.silent();
    expect(await host.call('connected', (call) => call.id === id)).toMatchObject({ hold: 'holding' });
    await refused;
    expect(await host.call('connected', (call) => call.id === id)).toMatchObject({ hold: 'off' });
    await Promise.all([hears.heard(microphoneTone), lab.speaker.heard(microphoneTone)]);
    await host.do('setHeld', id, true);
    expect(await host.call('connected', (call) => call.id === id)).toMatchObject({ hold: 'on' });
    await host.do('hangUp', id);
    await callee.done();
  });

  it('says that a number is busy', async () => {
    const callee = await trunk(lab, 'busy');
    const id = String(await host.do('dial', '+3225551234'));
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'busy', endedBy: 'remote', sipStatus: 486 });
    await callee.stop();
  });

  it('gives up a call that rings out', async () => {
    const callee = await trunk(lab, 'ringing');
    const id = String(await host.do('dial', '+3225551234'));
    await host.call('alerting', (call) => call.id === id);
    await host.do('hangUp', id);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'cancelled', endedBy: 'local' });
    await callee.stop();
  });

  it('refuses what cannot be dialled, and what a call cannot do', async () => {
    await expect(host.do('dial', 'x@y')).rejects.toMatchObject({ code: 'call.number-invalid' });
    await expect(host.do('answer', '0198c0de-0000-7000-8000-000000000009')).rejects.toMatchObject({ code: 'call.not-found' });
    const { caller, id } = await converse();
    await expect(host.do('answer', id)).rejects.toMatchObject({ code: 'call.illegal' });
    await expect(host.do('forget', id)).rejects.toMatchObject({ code: 'call.illegal' });
    await host.do('hangUp', id);
    await expect(host.do('hangUp', id)).rejects.toMatchObject({ code: 'call.illegal' });
    await caller.stop();
  });

  it('shows levels of both sides some five times a second', async () => {
    const { caller, id } = await converse();
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    const from = Date.now();
    await lab.speaker.heard(callerTone, { forMs: 1000 });
    const elapsed = Date.now() - from;
    const levels = host.levels.filter(({ at, value }) => at >= from && value.callId === id).map(({ value }) => value);
    expect(levels.length / (elapsed / 1000)).toBeGreaterThan(3);
    expect(Math.max(...levels.map(({ microphone }) => microphone))).toBeGreaterThan(0.01);
    expect(Math.max(...levels.map(({ speaker }) => speaker))).toBeGreaterThan(0.01);
    await host.do('hangUp', id);
    await caller.stop();
  });
});
