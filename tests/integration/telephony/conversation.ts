import { createSocket } from 'node:dgram';
import type { CallIn } from '#shared/domain/call.ts';
import type { Peer } from '../../lab/baresip.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import type { Host } from './host.ts';

export const queue = '+3280012345';

/** A caller whose call rings, with its answer prepared. */
export async function ringing(lab: Lab, host: Host): Promise<{ readonly caller: Peer; readonly call: CallIn<'ringing'>; readonly id: string }> {
  const caller = await lab.caller({ user: '+32470112233' });
  await caller.call(queue);
  const call = await host.call('ringing', ({ prepared }) => prepared);
  return { caller, call, id: call.id };
}

/** A caller in conversation with the operator; each hears the other. */
export async function conversation(lab: Lab, host: Host): Promise<{ readonly caller: Peer; readonly id: string }> {
  const { caller, id } = await ringing(lab, host);
  await host.do('answer', id);
  await caller.event('CALL_ESTABLISHED');
  await bothHear(lab, caller);
  return { caller, id };
}

/** Fails unless each hears the other's tone within the time. */
export async function bothHear(lab: Lab, caller: Peer, withinMs = 8_000): Promise<void> {
  await Promise.all([caller.hears.heard(microphoneTone, { withinMs }), lab.speaker.heard(callerTone, { withinMs })]);
}

/** Starts what answers on the trunk, and waits until it listens: an INVITE to a port that nobody has is lost. */
export async function trunk(lab: Lab, kind: Parameters<Lab['callee']>[0]): Promise<ReturnType<Lab['callee']>> {
  const callee = lab.callee(kind);
  await listens(lab.ports.trunk);
  return callee;
}

/** The operator dials a number outside, where this kind of callee is. */
export async function dialled(lab: Lab, host: Host, kind: Parameters<Lab['callee']>[0]): Promise<{ readonly callee: ReturnType<Lab['callee']>; readonly id: string }> {
  const callee = await trunk(lab, kind);
  return { callee, id: String(await host.do('dial', '02 555 12 34')) };
}

/** The same, and the callee has answered. */
export async function answered(lab: Lab, host: Host, kind: Parameters<Lab['callee']>[0]): ReturnType<typeof dialled> {
  const call = await dialled(lab, host, kind);
  await host.call('connected', ({ id }) => id === call.id);
  return call;
}

/** Waits until somebody has this UDP port of 127.0.0.1. */
export async function listens(port: number): Promise<void> {
  await until(`somebody listens on ${port}`, () => isTaken(port), { withinMs: 10_000 });
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(true));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => socket.close(() => resolve(false)));
  });
}

/** Ends and forgets what a test left. A caller who was stopped may have hung up first. */
export async function clear(host: Host): Promise<void> {
  for (const call of host.calls) if (call.state !== 'ended') await host.do('hangUp', call.id).catch(() => undefined);
  await until('no call is left', () => host.calls.every(({ state }) => state === 'ended'));
  for (const call of host.calls) await host.do('forget', call.id);
}
