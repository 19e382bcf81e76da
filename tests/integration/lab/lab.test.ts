import { afterEach, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { sipAnswers } from '../../lab/probes.ts';

const { available, reason } = labAvailable();
const labs: Lab[] = [];

async function lab(...options: Parameters<typeof startLab>): Promise<Lab> {
  const started = await startLab(...options);
  labs.push(started);
  return started;
}

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') console.error(labs.map((one) => one.logs()).join('\n'));
  await Promise.all(labs.splice(0).map((one) => one.stop()));
});

describe.skipIf(!available)(`the SIP lab ${reason}`, () => {
  it('starts within three seconds', async () => {
    const before = performance.now();
    await lab();
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('carries a call from a number to a registered user, heard at both ends', async () => {
    const { caller, callee } = await connected(await lab());
    await caller.hears.heard(600);
    await callee.hears.heard(440);
  });

  it('hears silence when the other side is gone', async () => {
    const { caller, callee } = await connected(await lab());
    await caller.hears.heard(600);
    await callee.hangUp();
    await caller.event('CALL_CLOSED');
    await caller.hears.silent();
  });

  it('sends a queue number to its user with the key of the queue', async () => {
    const here = await lab({ queues: [{ number: '+3280012345', key: 'orders', user: 'colleague' }] });
    const callee = await here.colleague('colleague', { answer: 'auto' });
    const caller = await here.caller({ user: '+32470112233' });
    await caller.call('+3280012345');
    await callee.event('CALL_ESTABLISHED');
    expect(callee.log()).toContain('X-Queue: orders');
  });

  it('echoes over the trunk', async () => {
    const here = await lab();
    here.callee('echo');
    const caller = await here.caller({ user: '+32470112233' });
    await caller.call('+3225551234');
    await caller.event('CALL_ESTABLISHED');
    await caller.hears.heard(440);
  });

  it('is busy over the trunk', async () => {
    const here = await lab();
    const busy = here.callee('busy');
    const caller = await here.caller({ user: '+32470112233' });
    await caller.call('+3225551234');
    expect((await caller.event('CALL_CLOSED')).param).toContain('486');
    await busy.done();
  });

  it('lets sipp ring and give up', async () => {
    const here = await lab();
    const callee = await here.colleague('colleague');
    const caller = here.sippCaller('caller-cancel', 'colleague', { caller: '+32470112233', display: 'Jan' });
    await callee.event('CALL_INCOMING');
    await caller.done();
    await callee.event('CALL_CLOSED');
  });

  it('asks a registered user for a password', async () => {
    const here = await lab();
    const caller = await here.caller({ user: 'third' });
    await caller.call('colleague');
    expect((await caller.event('CALL_CLOSED')).param).toMatch(/40[17]|Authentication|Access denied|Permission/);
  });

  it('runs twice at once', async () => {
    const [one, other] = await Promise.all([lab(), lab()]);
    const pairs = await Promise.all([connected(one), connected(other)]);
    await Promise.all(pairs.map(({ caller }) => caller.hears.heard(600)));
  });

  it('carries audio on while Kamailio is killed, and calls again when it is back', async () => {
    const here = await lab();
    const { caller } = await connected(here);
    await caller.hears.heard(600);
    await here.kamailio.kill();
    await caller.hears.heard(600);
    await here.kamailio.start();
    expect(await sipAnswers(here.ports.sip)).toBe(true);
  });

  it('is silent when rtpengine is gone', async () => {
    const here = await lab();
    const { caller } = await connected(here);
    await caller.hears.heard(600);
    await here.rtpengine.restart();
    await caller.hears.silent();
  });

  it('does not answer while Kamailio is frozen', async () => {
    const here = await lab();
    here.kamailio.freeze();
    expect(await sipAnswers(here.ports.sip)).toBe(false);
    here.kamailio.thaw();
    expect(await sipAnswers(here.ports.sip)).toBe(true);
  });

  it('has a WSS address with a pinned certificate', async () => {
    const here = await lab({ wss: true });
    expect(here.server).toMatchObject({ url: `wss://127.0.0.1:${here.ports.wss}`, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as string });
  });
});

async function connected(here: Lab): Promise<{ caller: Awaited<ReturnType<Lab['caller']>>; callee: Awaited<ReturnType<Lab['caller']>> }> {
  const callee = await here.colleague('colleague', { answer: 'auto', tone: 600 });
  const caller = await here.caller({ user: '+32470112233', displayName: 'Jan Peeters' });
  await caller.call('colleague');
  await caller.event('CALL_ESTABLISHED');
  return { caller, callee };
}
