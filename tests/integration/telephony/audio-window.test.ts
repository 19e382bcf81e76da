import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone, startLab } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { buildHost } from './build-host.ts';
import { bothHear, conversation, queue, ringing } from './conversation.ts';
import { Host, provisioningFor } from './host.ts';
import { BoastfulProxy } from './boastful-proxy.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`when the audio window dies ${reason}`, () => {
  let lab: Lab;
  let host: Host;
  let built: string;

  beforeAll(async () => {
    [built, lab] = await Promise.all([buildHost(), startLab({ sound: true, queues: [{ number: queue, key: 'orders', user: 'operator' }] })]);
  });

  // A host of its own for each: the window is not restarted without end.
  beforeEach(async () => {
    host = await Host.start(built, lab);
    await host.register(provisioningFor(lab));
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') console.error(`${host.log()}\n${lab.logs()}`);
    expect(host.defects).toEqual([]);
    await host.stop();
  });

  afterAll(() => lab.stop());

  it('while it rings: the answer is prepared again', async () => {
    const { caller, id } = await ringing(lab, host);
    const before = Date.now();
    await host.do('audio.crash');
    await host.call('ringing', ({ prepared }) => !prepared && host.at(before, () => true) !== undefined);
    await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    await bothHear(lab, caller);
    await caller.stop();
  });

  // Not a wait for a fact: what is under test is that it does not matter in which step of an answer, some 30 ms long, the window dies.
  it.each([0, 1, 2, 5, 10, 30, 60])('%d ms after the operator answered: the call comes up', async (afterMs) => {
    const { caller, id } = await ringing(lab, host);
    const answering = host.do('answer', id);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await host.do('audio.crash');
    await answering;
    await host.call('connected', (call) => call.id === id);
    await bothHear(lab, caller, 15_000);
    await caller.stop();
  });

  it('in a call: both hear each other again, under the same call', async () => {
    const { caller, id } = await conversation(lab, host);
    const before = Date.now();
    await host.do('audio.crash');
    await host.call('connected', ({ media }) => media === 'restoring');
    await bothHear(lab, caller, 15_000);
    await host.call('connected', (call) => call.id === id && call.media === 'flowing');
    const restored = host.at(before, ({ calls }) => calls.some((call) => call.id === id && call.state === 'connected' && call.media === 'flowing') && host.at(before, (state) => state.calls.some((call) => call.state === 'connected' && call.media === 'restoring')) !== undefined);
    console.info(`audio back after ${(restored ?? 0) - before} ms by the watch`);
    await caller.stop();
  });

  it('in a call with somebody who only claims to know Replaces: the same dialog is laid anew all the same', async () => {
    await host.stop();
    const proxy = await BoastfulProxy.start(`ws://127.0.0.1:${lab.ports.ws}`);
    host = await Host.start(built, lab);
    await host.register(provisioningFor(lab, { servers: [{ url: proxy.url }] }));
    const { caller, id } = await conversation(lab, host);
    const { sipCallId } = await host.call('connected');
    const before = Date.now();
    await host.do('audio.crash');
    await bothHear(lab, caller, 15_000);
    console.info(`audio back within ${Date.now() - before} ms by re-INVITE`);
    expect(await host.call('connected', (call) => call.id === id && call.media === 'flowing')).toMatchObject({ sipCallId });
    await host.do('hangUp', id);
    await caller.event('CALL_CLOSED');
    await caller.stop();
    await proxy.stop();
  });

  it('in a muted call: it stays muted', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.do('setMuted', id, true);
    await caller.hears.silent();
    const before = Date.now();
    await host.do('audio.crash');
    await lab.speaker.heard(callerTone, { withinMs: 15_000 });
    expect(caller.hears.toneMs(microphoneTone, before)).toBe(0);
    await host.do('setMuted', id, false);
    await caller.hears.heard(microphoneTone);
    await caller.stop();
  });

  it('in a call on hold: it stays on hold, and can be resumed', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.do('setHeld', id, true);
    await caller.hears.silent();
    const before = Date.now();
    await host.do('audio.crash');
    await host.call('connected', ({ media }) => media === 'restoring');
    await host.do('setHeld', id, false);
    await bothHear(lab, caller, 15_000);
    expect(caller.hears.toneMs(microphoneTone, before)).toBeGreaterThan(0);
    await caller.stop();
  });

  it('in a call that the caller puts on hold just then: the offer waits for the new window, and the call goes on', async () => {
    const { caller, id } = await conversation(lab, host);
    const before = Date.now();
    await host.do('audio.crash');
    await caller.hold();
    await host.call('connected', (call) => call.heldByRemote && host.at(before, ({ calls }) => calls.some((one) => one.state === 'connected' && one.media === 'restoring')) !== undefined);
    await caller.resume();
    await bothHear(lab, caller, 15_000);
    expect(await host.call('connected', (call) => call.id === id && call.media === 'flowing')).toMatchObject({ heldByRemote: false });
    await caller.stop();
  });

  it('without a microphone the call comes up all the same, and says so', async () => {
    await host.stop();
    host = await Host.start(built, lab, { switches: [], env: { PULSE_SERVER: 'unix:/nowhere' } });
    await host.register(provisioningFor(lab));
    await until('the snapshot says that there is no microphone', () => host.audioStates.at(-1)?.value.microphone === 'missing');
    const { caller, id } = await ringing(lab, host);
    await host.do('answer', id);
    await caller.event('CALL_ESTABLISHED');
    await host.call('connected', ({ microphone }) => !microphone);
    await host.do('hangUp', id);
    await caller.stop();
  });
});
