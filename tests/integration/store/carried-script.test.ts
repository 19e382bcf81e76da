import { describe, expect, it } from 'vitest';
import type { CarriedScript } from '#shared/domain/carried-script.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { HandOver } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { answer as answerStep, jump, startRun } from '#shared/domain/script/engine.ts';
import { stateOf } from '#shared/domain/script/run.ts';
import type { Script } from '#shared/domain/script/script.ts';
import type { TestCentre } from '../../fixtures/centre.ts';
import { factsOf } from '../../fixtures/scripts.ts';
import { arrive, outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, now, ring, storeBench, type StartedCall, type StoreBench } from './support/store-bench.ts';

interface Place {
  readonly bench: StoreBench;
  readonly centre: TestCentre;
  readonly script: Script;
  readonly scriptId: string;
  readonly phone: string;
}

async function place(): Promise<Place> {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  const [row] = centre.rows.script!;
  return { bench, centre, script: row!.definition, scriptId: row!.id, phone: centre.customers[0]!.phone };
}

/** A colleague put the caller through while the script stood at the complaint. */
function handOver({ bench, centre, script, scriptId, phone }: Place, change: Partial<CarriedScript> = {}, more: Partial<HandOver> = {}): HandOver {
  const run = jump(script, startRun(script), 'klachtNoteren', 'begint meteen te klagen', now());
  const carried: CarriedScript = { scriptId, title: script.title, step: 'Klacht noteren', run, captured: { klacht: 'Drie flessen gebroken' }, ...change };
  const row: HandOver = {
    ...{ id: newId(), version: 1, updatedAt: now(), interactionId: newId(), callId: newId(), agentId: newId(), customerId: centre.customers[0]!.id, queueId: centre.queue.id },
    ...{ number: phone, kind: 'blind' as const, target: '203', note: '', at: now(), identity: null, script: carried },
    ...more,
  };
  arrive(bench.path, 'handOver', [row]);
  return row;
}

const fileOf = async ({ bench }: Place, { interactionId }: StartedCall): Promise<InteractionFile> => await bench.workspace.call('interaction.get', { id: interactionId });
const stands = ({ interaction, handOver: told }: InteractionFile) => ({ standing: told?.script?.standing ?? null, step: interaction.scriptRun === null ? null : stateOf(interaction.scriptRun).step, captured: interaction.captured });
const complaint = { klacht: 'Drie flessen gebroken' };

describe('a script that a colleague hands over', () => {
  it('is gone on with in the version that it is in, also when this device has a newer one by now', async () => {
    const here = await place();
    handOver(here);
    arrive(here.bench.path, 'script', [{ ...here.centre.rows.script![0]!, version: 2, definition: { ...here.script, version: here.script.version + 1, steps: here.script.steps.map((step) => (step.key === 'klachtNoteren' ? { ...step, title: 'Klacht' } : step)) } }]);
    const file = await fileOf(here, await ring(here.bench, here.phone));
    expect(stands(file)).toEqual({ standing: 'taken', step: 'klachtNoteren', captured: complaint });
    expect(file.script?.definition.version).toBe(here.script.version);
  });

  it('goes on in the version of this device where it has no other, and says so', async () => {
    const here = await place();
    handOver(here, { run: { ...jump(here.script, startRun(here.script), 'klachtNoteren', 'klaagt', now()), scriptVersion: here.script.version + 1 } });
    expect(stands(await fileOf(here, await ring(here.bench, here.phone)))).toEqual({ standing: 'other-version', step: 'klachtNoteren', captured: complaint });
  });

  it('begins anew with what was captured where this version does not have the step, or the run cannot be read', async () => {
    const here = await place();
    handOver(here, { run: { scriptKey: here.script.key, scriptVersion: here.script.version + 1, start: 'nieuweStap', events: [] } });
    expect(stands(await fileOf(here, await ring(here.bench, here.phone)))).toEqual({ standing: 'anew', step: null, captured: complaint });
    const there = await place();
    handOver(there, { run: { scriptKey: 's', scriptVersion: 1, start: 'a', events: [{ type: 'of-tomorrow' }] } as never });
    expect(stands(await fileOf(there, await ring(there.bench, there.phone)))).toEqual({ standing: 'unreadable', step: null, captured: complaint });
  });

  it('is gone on with under the budget that it began with; another conversation has what the queue said when it rang, whatever it says by now', async () => {
    const here = await place();
    const told = (version: number, objectionBudget: number) => arrive(here.bench.path, 'queue', [{ ...here.centre.queue, version, objectionBudget }]);
    told(2, 3);
    const first = await ring(here.bench, here.centre.customers[1]!.phone, here.centre.queue.key);
    handOver(here, { run: jump(here.script, startRun(here.script, 1), 'klachtNoteren', 'klaagt', now()) });
    const carried = await ring(here.bench, here.phone);
    told(3, 2);
    expect(await fileOf(here, carried)).toMatchObject({ interaction: { scriptRun: { objectionBudget: 1 } }, objectionBudget: 3, queue: { objectionBudget: 2 } });
    expect(await fileOf(here, first)).toMatchObject({ objectionBudget: 3, queue: { objectionBudget: 2 } });
    await answer(here.bench, first);
    await here.bench.main.call('interaction.transferred', { callId: first.callId, kind: 'blind', target: '204', note: '', at: now() });
    expect(outboxOf(here.bench.path).find(({ entity }) => entity === 'handOver')?.patch).toMatchObject({ script: { run: { objectionBudget: 3, events: [] } } });
  });

  it('is told of where this device does not have it, or the call came over a queue with another', async () => {
    const here = await place();
    handOver(here, { scriptId: newId() }, { queueId: null });
    const file = await fileOf(here, await ring(here.bench, here.phone));
    expect(file).toMatchObject({ script: null, handOver: { script: { title: here.script.title, step: 'Klacht noteren', standing: 'no-script' } } });
    const there = await place();
    handOver(there, { scriptId: newId() }, { queueId: newId() });
    expect(stands(await fileOf(there, await ring(there.bench, there.phone, there.centre.queue.key)))).toEqual({ standing: 'other-script', step: null, captured: {} });
  });

  it('is left to who answers: a call that only rang here keeps nothing of it', async () => {
    const here = await place();
    handOver(here);
    const missed = await ring(here.bench, here.phone);
    expect(stands(await fileOf(here, missed)).step).toBe('klachtNoteren');
    await hangUp(here.bench, missed);
    expect((await fileOf(here, missed)).interaction).toMatchObject({ state: 'closed', scriptRun: null, captured: {}, queueId: null });
    expect(stands(await fileOf(here, await ring(here.bench, here.phone)))).toMatchObject({ standing: 'taken', step: 'klachtNoteren' });
  });

  it('is taken once: who calls again begins anew', async () => {
    const here = await place();
    handOver(here);
    const call = await ring(here.bench, here.phone);
    await answer(here.bench, call);
    const { interaction } = await fileOf(here, call);
    const next = answerStep(here.script, interaction.scriptRun!, 'genoteerd', factsOf(interaction.captured), now());
    await here.bench.workspace.call('interaction.setScriptRun', { id: call.interactionId, run: next.run, captured: next.captured });
    expect(stands(await fileOf(here, call))).toMatchObject({ standing: null, step: 'belofte' });
    await hangUp(here.bench, call);
    expect(stands(await fileOf(here, await ring(here.bench, here.phone, here.centre.queue.key)))).toEqual({ standing: null, step: null, captured: {} });
  });

  it('is not that of a caller who rings somebody else by the queue', async () => {
    const here = await place();
    const [me, other] = [newId(), newId()];
    const agent = { version: 1, updatedAt: now(), username: 'an', name: 'An', team: null, languages: ['nl' as const] };
    arrive(here.bench.path, 'agent', [{ ...agent, id: other, extension: '203' }, { ...agent, id: me, username: 'bart', extension: '204' }]);
    handOver(here);
    expect(stands(await fileOf(here, await ring(here.bench, here.phone, here.centre.queue.key)))).toEqual({ standing: null, step: null, captured: {} });
  });
});

it('what a colleague confirmed of a file is not shown before the caller is known here, and is there afterwards', async () => {
  const here = await place();
  const policy = { checks: ['birthDate' as const], needed: { personal: 1, financial: 1, health: 0 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' as const };
  arrive(here.bench.path, 'queue', [{ ...here.centre.queue, version: 2, identity: policy }]);
  handOver(here, { captured: { ...complaint, nieuwEmail: 'pieter@example.org' } });
  const call = await ring(here.bench, here.phone);
  await answer(here.bench, call);
  const { interaction } = await fileOf(here, call);
  expect(interaction.captured).toEqual(complaint);
  await here.bench.workspace.call('interaction.setScriptRun', { id: call.interactionId, run: interaction.scriptRun!, captured: interaction.captured });
  await here.bench.workspace.call('identity.answer', { interactionId: call.interactionId, check: 'birthDate', answer: '12-4-1980' });
  expect((await fileOf(here, call)).interaction.captured).toEqual({ ...complaint, nieuwEmail: 'pieter@example.org' });
});
