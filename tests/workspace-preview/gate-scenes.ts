import { connectedCall, ringingCall } from '../fixtures/calls.ts';
import { customers, queue, sampleFileOf, sampleId, sampleInteraction } from './sample-data.ts';
import { samplePolicy } from './sample-gate.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import type { Scene } from './scenes.ts';

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** A caller of a queue that asks who is calling. `carried`: a colleague had asked before. */
function gateScene(carried: boolean, wrong = 0, passed: readonly ('birthDate' | 'postcode')[] = []): Scene {
  const ringing = ringingCall({ id: sampleId(10, 1), startedAt: ago(40) });
  const call = { ...connectedCall(ringing), answeredAt: ago(34) };
  const interaction = sampleInteraction(1, { number: call.party.number, startedAt: call.startedAt, customerId: customers[0]?.customer.id ?? null });
  const file = sampleFileOf(interaction, call.id, { queue: { ...queue, identity: samplePolicy } });
  const store = new SampleStore([file]);
  if (carried) store.gate.tell(file, { kind: 'carried', carried: { passed: ['postcode', 'birthDate'], wrong: 0, at: ago(265), handOverId: sampleId(11, 1), agentId: sampleId(20, 1) } });
  for (const check of passed) store.gate.tell(file, { kind: 'passed', check });
  for (let tries = 0; tries < wrong; tries += 1) store.gate.tell(file, { kind: 'wrong', check: 'postcode' });
  return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store };
}

export const gateScenes: Readonly<Record<string, () => Scene>> = { 'gate-shut': () => gateScene(false), 'gate-failed': () => gateScene(false, 3), 'gate-passed': () => gateScene(false, 0, ['postcode', 'birthDate']), 'gate-carried': () => gateScene(true) };

/** Whoever leads a team, between calls. */
export function leadScene(): Scene {
  const main = new SampleMain();
  const { session } = main.snapshot;
  if (session.state === 'signed-in') main.snapshot = { ...main.snapshot, session: { ...session, role: 'team-lead' } };
  return { main, store: new SampleStore() };
}
