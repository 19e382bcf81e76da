import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { WsProxy } from '../../lab/ws-proxy.ts';
import { buildHost } from './build-host.ts';
import { bothHear, conversation, queue } from './conversation.ts';
import { Host, provisioningFor } from './host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`registering ${reason}`, () => {
  let lab: Lab;
  let built: string;
  let host: Host;

  beforeAll(async () => {
    [built, lab] = await Promise.all([buildHost(), startLab({ sound: true, wss: true, queues: [{ number: queue, key: 'orders', user: 'operator' }] })]);
  });

  beforeEach(async () => {
    host = await Host.start(built, lab);
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') console.error(`${host.log()}\n${lab.logs()}`);
    expect(host.defects).toEqual([]);
    await host.stop();
  });

  afterAll(() => lab.stop());

  const plain = (change: Parameters<typeof provisioningFor>[1] = {}) => provisioningFor(lab, { servers: [{ url: `ws://127.0.0.1:${lab.ports.ws}` }], ...change });
  const start = (provisioning: ReturnType<typeof provisioningFor>) => host.do('start', JSON.stringify(provisioning));

  it('needs no window', async () => {
    await start(plain());
    await host.registration('registered');
    expect(host.audioStates).toEqual([]);
  });

  it('is refused for a wrong password, and not tried again', async () => {
    const proxy = await WsProxy.start(`ws://127.0.0.1:${lab.ports.ws}`);
    await start(plain({ servers: [{ url: proxy.url }], password: 'wrong' }));
    const { value } = await host.registration('refused');
    expect(value).toMatchObject({ sipStatus: 401, error: 'sip.auth-refused' });
    expect(proxy.sent.filter((message) => message.startsWith('REGISTER'))).toHaveLength(2);
    await proxy.stop();
  });

  it('works over TLS with the pinned certificate, and is heard', async () => {
    await host.register(provisioningFor(lab));
    const { caller } = await conversation(lab, host);
    await bothHear(lab, caller);
    await caller.stop();
  });

  it.each([
    ['another certificate than the pinned one', () => ({ url: lab.server.url, fingerprint: Array.from({ length: 32 }, () => 'AB').join(':') })],
    ['a certificate that no authority vouches for', () => ({ url: lab.server.url })],
  ])('refuses %s', async (_name, server) => {
    await start(provisioningFor(lab, { servers: [server()] }));
    await host.registration('waiting');
    expect(host.at(0, ({ registration }) => registration.state === 'registered')).toBeUndefined();
  });

  it('goes on to the next server when the first cannot be reached', async () => {
    const second = `ws://127.0.0.1:${lab.ports.ws}`;
    await start(plain({ servers: [{ url: 'ws://127.0.0.1:9' }, { url: second }] }));
    expect((await host.registration('registered')).value.server).toBe(second);
  });

  it('leaves out a server that is neither encrypted nor on loopback', async () => {
    const second = `ws://127.0.0.1:${lab.ports.ws}`;
    await start(plain({ servers: [{ url: 'ws://192.0.2.1:5066' }, { url: second }] }));
    expect((await host.registration('registered')).value.server).toBe(second);
  });

  it('says when it will try again', async () => {
    await start(plain({ servers: [{ url: 'ws://127.0.0.1:9' }] }));
    const { value } = await host.registration('waiting');
    expect(Date.parse(value.retryAt)).toBeGreaterThan(Date.parse(value.since));
  });

  it('takes its registration back when it stops', async () => {
    await start(plain());
    await host.registration('registered');
    await host.stop();
    const caller = await lab.caller({ user: '+32470112233' });
    await caller.call(queue);
    expect((await caller.event('CALL_CLOSED')).param).toContain('480');
    await caller.stop();
  });
});
