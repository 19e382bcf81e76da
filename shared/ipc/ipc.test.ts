import { z } from 'zod';
import { describe, expect, it, vi } from 'vitest';
import { BalieError } from '../domain/errors.ts';
import { ManualClock } from '../domain/manual-clock.ts';
import { silentLogger } from '../domain/logger.ts';
import { connect } from './client.ts';
import { defineContract, nothing, type Port } from './contract.ts';
import { serve } from './server.ts';

const contract = defineContract({
  name: 'sample',
  calls: {
    double: { input: z.strictObject({ value: z.number() }), output: z.number() },
    refuse: { input: nothing, output: nothing },
    break: { input: nothing, output: nothing },
    lie: { input: nothing, output: z.number() },
    wait: { input: nothing, output: nothing },
  },
  events: { tick: z.object({ n: z.number() }) },
});

/** Two ends that hand messages over as a real port does: later, and as copies. */
function channel(): [Port, Port] {
  const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
  const end = (mine: 0 | 1, other: 0 | 1): Port => ({
    post: (message) => queueMicrotask(() => ends[other].forEach((handler) => handler(structuredClone(message)))),
    listen: (handler) => {
      ends[mine].add(handler);
      return () => void ends[mine].delete(handler);
    },
  });
  return [end(0, 1), end(1, 0)];
}

function setUp(clock = new ManualClock()) {
  const [here, there] = channel();
  const onProtocolError = vi.fn();
  const server = serve(
    contract,
    {
      double: ({ value }) => value * 2,
      refuse: () => {
        throw new BalieError('call.illegal', 'not now', { details: { state: 'ended' } });
      },
      break: () => {
        throw new TypeError('secret detail');
      },
      lie: () => 'three' as never,
      wait: () => new Promise<undefined>(() => undefined),
    },
    silentLogger,
  );
  const detach = server.attach(there);
  const client = connect(contract, here, { clock, onProtocolError });
  return { server, detach, client, here, there, clock, onProtocolError };
}

describe('the ipc kit', () => {
  it('answers a call', async () => {
    await expect(setUp().client.call('double', { value: 21 })).resolves.toBe(42);
  });

  it('refuses a payload that does not fit, naming the field but not its value', async () => {
    const refused = setUp().client.call('double', { value: 'geheim' as never });
    await expect(refused).rejects.toMatchObject({ code: 'ipc.invalid-payload', details: { call: 'double' } });
    await expect(refused).rejects.not.toThrow('geheim');
  });

  it('refuses unknown fields', async () => {
    await expect(setUp().client.call('double', { value: 1, more: 2 } as never)).rejects.toMatchObject({ code: 'ipc.invalid-payload' });
  });

  it.each(['nothing', 'toString', '__proto__', 'constructor'])('refuses the unknown call %s', async (name) => {
    await expect(setUp().client.call(name as never, undefined as never)).rejects.toMatchObject({ code: 'ipc.unknown-name' });
  });

  it('carries a typed refusal with its details', async () => {
    await expect(setUp().client.call('refuse', undefined)).rejects.toEqual(new BalieError('call.illegal', 'not now', { details: { state: 'ended' } }));
  });

  it('hides the message of a defect', async () => {
    await expect(setUp().client.call('break', undefined)).rejects.toMatchObject({ code: 'internal', message: 'internal error' });
  });

  it('does not believe an answer that does not fit', async () => {
    await expect(setUp().client.call('lie', undefined)).rejects.toMatchObject({ code: 'ipc.invalid-payload' });
  });

  it('gives up on an answer that does not come', async () => {
    const { client, clock } = setUp();
    const refused = expect(client.call('wait', undefined, { timeoutMs: 500 })).rejects.toMatchObject({ code: 'ipc.timeout' });
    clock.advance(500);
    await refused;
  });

  it('refuses what is pending when the other side is replaced, and says so', async () => {
    const { client, there } = setUp();
    const onReset = vi.fn();
    client.onReset(onReset);
    const refused = expect(client.call('wait', undefined)).rejects.toMatchObject({ code: 'ipc.closed' });
    there.post({ kind: 'reset' });
    await refused;
    expect(onReset).toHaveBeenCalledOnce();
  });

  it('leaves no timer behind', async () => {
    const { client, clock } = setUp();
    await client.call('double', { value: 1 });
    expect(clock.pending).toBe(0);
  });

  it('delivers events to every port, parsed, until one is detached', async () => {
    const { server, client, detach, onProtocolError } = setUp();
    const seen: number[] = [];
    client.on('tick', ({ n }) => seen.push(n));
    server.emit('tick', { n: 1 });
    await Promise.resolve();
    server.emit('tick', { n: 'two' } as never);
    await Promise.resolve();
    expect(onProtocolError).toHaveBeenCalledOnce();
    detach();
    server.emit('tick', { n: 3 });
    await Promise.resolve();
    expect(seen).toEqual([1]);
  });

  it.each([null, 'text', { kind: 'call' }, { kind: 'ok', id: 'x', value: 1 }])('survives the message %j at both ends', async (message) => {
    const { client, here, there } = setUp();
    here.post(message as never);
    there.post(message as never);
    await expect(client.call('double', { value: 2 })).resolves.toBe(4);
  });
});
