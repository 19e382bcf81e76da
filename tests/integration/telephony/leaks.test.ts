import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { buildHost } from './build-host.ts';
import { clear, queue } from './conversation.ts';
import { Host, provisioningFor } from './host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`what calls leave behind ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  beforeAll(async () => {
    const [built, started] = await Promise.all([buildHost(), startLab({ sound: true, queues: [{ number: queue, key: 'orders', user: 'operator' }] })]);
    lab = started;
    host = await Host.start(built, lab);
    await host.register(provisioningFor(lab));
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') console.error(`${host.log()}\n${lab.logs()}`);
    expect(host.defects).toEqual([]);
    await clear(host);
  });

  afterAll(async () => {
    await host.stop();
    await lab.stop();
  });

  it('leaves nothing behind after a hundred calls', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    for (let count = 0; count < 100; count++) {
      const since = Date.now();
      await caller.call(queue);
      const { id } = await host.call('ringing', ({ prepared }) => prepared);
      await host.do('answer', id);
      await caller.event('CALL_ESTABLISHED', { since });
      await host.do('hangUp', id);
      await caller.event('CALL_CLOSED', { since });
      await host.do('forget', id);
    }
    // One slot stays: the offer that waits in the pool.
    await expect.poll(() => host.do('audio.census'), { timeout: 10_000 }).toEqual({ slots: 1, captures: 0, players: 1, graphs: 0 });
    await caller.stop();
  }, 180_000);
});
