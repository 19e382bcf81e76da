import { describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab } from '../../lab/lab.ts';
import { bothHear, conversation, queue } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`when servers fail ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({}, (station) => ({ lab, host } = station));

  it('is killed and restarted in a call: audio goes on, hold and hang-up work afterwards', async () => {
    const { caller, id } = await conversation(lab, host);
    const before = Date.now();
    await lab.kamailio.kill();
    await host.registration('waiting');
    await lab.kamailio.start();
    const registered = await host.registration('registered');
    console.info(`registered again after ${registered.at - before} ms`);
    await bothHear(lab, caller);
    expect(lab.speaker.longestGapMs(callerTone, before)).toBeLessThan(1_000);
    await host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'on');
    await caller.hears.silent();
    await host.do('setHeld', id, false);
    await bothHear(lab, caller);
    await host.do('hangUp', id);
    await caller.event('CALL_CLOSED');
    await caller.stop();
  });

  it('is away while the operator wants hold: the microphone is cut at once, the hold is agreed when it is back', async () => {
    const { caller, id } = await conversation(lab, host);
    await lab.kamailio.kill();
    await host.registration('waiting');
    const held = host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'holding');
    await caller.hears.silent();
    await lab.kamailio.start();
    await held;
    await host.call('connected', ({ hold }) => hold === 'on', { withinMs: 15_000 });
    await host.do('setHeld', id, false);
    await bothHear(lab, caller);
    await caller.stop();
  });

  it('is away while the operator hangs up: the other side hears of it when it is back', async () => {
    const { caller, id } = await conversation(lab, host);
    await lab.kamailio.kill();
    await host.registration('waiting');
    await host.do('hangUp', id);
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'hung-up', endedBy: 'local' });
    await lab.kamailio.start();
    await caller.event('CALL_CLOSED', { withinMs: 10_000 });
    await caller.stop();
  });

  it('goes away while it rings: the ringing ends', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    await caller.call(queue);
    const { id } = await host.call('ringing');
    await lab.kamailio.kill();
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
    await lab.kamailio.start();
    await host.registration('registered');
    await caller.stop();
  });

  it('freezes in a call: noticed within ten seconds, audio goes on, all is well when it thaws', async () => {
    const { caller, id } = await conversation(lab, host);
    const before = Date.now();
    lab.kamailio.freeze();
    const noticed = await host.registration('waiting', { withinMs: 10_000 });
    console.info(`noticed after ${noticed.at - before} ms`);
    expect(noticed.at - before).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 20_000 - (Date.now() - before))));
    lab.kamailio.thaw();
    await host.registration('registered', { withinMs: 20_000 });
    expect(lab.speaker.longestGapMs(callerTone, before)).toBeLessThan(1_000);
    await host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'on', { withinMs: 15_000 });
    await host.do('setHeld', id, false);
    await bothHear(lab, caller);
    await caller.stop();
  });

  it('the media relay is killed and restarted: the operator is told, and both hear each other again', async () => {
    const { caller, id } = await conversation(lab, host);
    const before = Date.now();
    await lab.rtpengine.restart();
    await host.call('connected', ({ media }) => media === 'restoring', { withinMs: 10_000 });
    console.info(`told after ${(host.at(before, ({ calls }) => calls.some((call) => call.state === 'connected' && call.media === 'restoring')) ?? 0) - before} ms`);
    await bothHear(lab, caller, 20_000);
    console.info(`heard again after ${Date.now() - before} ms`);
    await host.call('connected', (call) => call.id === id && call.media === 'flowing');
    await caller.stop();
  });

});
