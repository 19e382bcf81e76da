import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone, startLab } from '../../lab/lab.ts';
import { buildHost } from './build-host.ts';
import { Host, provisioningFor } from './host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`calls in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  beforeAll(async () => {
    const [built, started] = await Promise.all([buildHost(), startLab({ sound: true, queues: [{ number: '+3280012345', key: 'orders', user: 'operator' }] })]);
    lab = started;
    host = await Host.start(built, lab);
    await host.register(provisioningFor(lab));
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') console.error(`${host.log()}\n${lab.logs()}`);
    expect(host.defects).toEqual([]);
    for (const call of host.calls) if (call.state === 'ended') await host.do('forget', call.id);
  });

  afterAll(async () => {
    await host.stop();
    await lab.stop();
  });

  it('rings, is answered, is heard at both ends, and is hung up', async () => {
    const caller = await lab.caller({ user: '+32470112233', displayName: 'Els Peeters' });
    await caller.call('+3280012345');
    const ringing = await host.call('ringing', (call) => call.prepared);
    expect(ringing).toMatchObject({ direction: 'inbound', party: { number: '+32470112233', displayName: 'Els Peeters' }, called: '+3280012345', queueKey: 'orders' });
    await host.do('answer', ringing.id);
    await host.call('connected');
    await Promise.all([caller.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await host.do('hangUp', ringing.id);
    await caller.event('CALL_CLOSED');
    expect(await host.call('ended')).toMatchObject({ cause: 'hung-up', endedBy: 'local', answeredAt: expect.any(String) as string });
    await caller.stop();
  });
});
