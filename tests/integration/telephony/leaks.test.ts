import { describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import type { Lab } from '../../lab/lab.ts';
import { queue } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`what calls leave behind ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({}, (station) => ({ lab, host } = station));

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

  it('keeps no connection of calls that end while their path is being laid', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    for (let count = 0; count < 12; count++) {
      const since = Date.now();
      await caller.call(queue);
      const { id } = await host.call('ringing', ({ prepared }) => prepared);
      await host.do('answer', id);
      await host.do('hangUp', id);
      await caller.event('CALL_CLOSED', { since });
      await host.do('forget', id);
    }
    await expect.poll(() => host.do('audio.connections'), { timeout: 10_000 }).toBe(1);
    await caller.stop();
  }, 60_000);
});
