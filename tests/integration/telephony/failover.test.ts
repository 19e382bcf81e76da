import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, startLab } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { buildHost } from './build-host.ts';
import { bothHear, clear, conversation, queue, ringing } from './conversation.ts';
import { Host, provisioningFor } from './host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`a centre with two exchanges ${reason}`, () => {
  let first: Lab;
  let second: Lab;
  let host: Host;

  beforeAll(async () => {
    const queues = [{ number: queue, key: 'orders', user: 'operator' }] as const;
    const [built, ...labs] = await Promise.all([buildHost(), startLab({ sound: true, queues }), startLab({ queues })]);
    [first, second] = labs;
    // A minute of waiting to go home takes six seconds.
    host = await Host.start(built, first, { env: { HOST_HURRY: '10' } });
    await host.register(provisioningFor(first, { servers: [first.server, second.server] }));
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') console.error(`${host.log()}\n${first.logs()}\n${second.logs()}`);
    expect(host.defects).toEqual([]);
    await first.kamailio.ensureRunning();
    await clear(host);
  });

  afterAll(async () => {
    await host.stop();
    await Promise.all([first.stop(), second.stop()]);
  });

  it('loses the first in a call: the call goes on, the second takes the line, its calls ring; and the line goes home by itself', async () => {
    const { caller, id } = await conversation(first, host);
    expect(host.state.registration).toMatchObject({ server: first.server.url });
    const lost = Date.now();
    await first.kamailio.kill();
    await host.registration('waiting');
    const { at, value } = await host.registration('registered');
    console.info(`with the second exchange after ${at - lost} ms`);
    expect(value.server).toBe(second.server.url);
    expect(at - lost).toBeLessThan(3_000);
    await bothHear(first, caller);
    expect(first.speaker.longestGapMs(callerTone, lost)).toBeLessThan(1_000);
    const other = await ringing(second, host);
    await host.do('decline', other.id);
    await other.caller.stop();
    await host.call('connected', (call) => call.id === id && call.media === 'flowing');

    // The call has its home on the first exchange: it may go on, and the line goes home when that one is there again.
    await first.kamailio.start();
    await until('the line is home again', () => host.state.registration.state === 'registered' && host.state.registration.server === first.server.url, { withinMs: 15_000 });
    await bothHear(first, caller);
    await host.do('hangUp', id);
    await caller.event('CALL_CLOSED');
    const home = await ringing(first, host);
    await host.do('answer', home.id);
    await bothHear(first, home.caller);
    await host.do('hangUp', home.id);
    await Promise.all([caller.stop(), home.caller.stop()]);
  });
});
