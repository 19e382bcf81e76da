import type { CallIn } from '#shared/domain/call.ts';
import type { Peer } from '../../lab/baresip.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
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
