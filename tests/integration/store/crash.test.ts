import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, hangUp, ring, storeBench } from './support/store-bench.ts';
import { temporaryFolder, testKey } from './support/temporary-folder.ts';
import { outboxOf, seed } from './support/seed.ts';

const child = new URL('./support/typing-child.ts', import.meta.url).pathname;

/** Lets a process type, and kills it (SIGKILL) right after its `batches`-th answer. @returns what it last answered. */
async function typeUntilKilled(path: string, batches: number): Promise<{ interactionId: string; answered: number }> {
  const typing = spawn(process.execPath, [child, path, testKey], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const output = createInterface({ input: typing.stdout });
  output.on('line', (line) => {
    lines.push(line);
    if (lines.length === batches + 1) typing.kill('SIGKILL');
  });
  await new Promise<void>((resolve) => void output.once('close', resolve));
  return { interactionId: lines[0] ?? '', answered: Number(lines.at(-1)) };
}

describe('kill -9 while typing', () => {
  it.each([1, 7, 50, 200])('after %i batches: the last answered one is there, under its interrupted call', async (batches) => {
    const path = join(temporaryFolder(), 'balie.db');
    const { interactionId, answered } = await typeUntilKilled(path, batches);
    const bench = storeBench({ path });
    expect(await bench.open()).toBe(1);
    const [interaction] = await bench.workspace.call('interaction.unfinished', undefined);
    expect(interaction).toMatchObject({ id: interactionId, interrupted: true, state: 'wrap-up' });
    const file = await bench.workspace.call('interaction.get', { id: interactionId });
    // What was written after the last answer may be there as well; nothing before it may be missing.
    expect(Number(file.draft['customer.givenName'])).toBeGreaterThanOrEqual(answered);
    expect(file.draft['note']).toBe(`batch ${file.draft['customer.givenName'] ?? ''}`);
    expect(file.legs).toMatchObject([{ cause: 'interrupted', endedBy: 'system', endedAt: file.draftSavedAt }]);
    expect(interaction?.endedAt).toBe(file.draftSavedAt);
  });
});

/** Stops a store as a crash does: without its farewell, by opening the file with another one. */
function afterCrash(path: string) {
  return storeBench({ path });
}

describe('after a crash', () => {
  it('the interrupted interaction can be finished', async () => {
    const bench = storeBench();
    await bench.open();
    const centre = seed(bench.path);
    const call = await ring(bench, null, centre.queue.key);
    await answer(bench, call);
    const again = afterCrash(bench.path);
    expect(await again.open()).toBe(1);
    await again.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    expect(outboxOf(bench.path)).toMatchObject([{ entity: 'interaction', patch: { interrupted: true, state: 'closed' } }, { entity: 'callLeg', patch: { cause: 'interrupted' } }, { entity: 'conversationQuality', patch: { wrapUpMs: null } }]);
  });

  it('a call that only rang is closed as interrupted', async () => {
    const bench = storeBench();
    await bench.open();
    await ring(bench);
    const again = afterCrash(bench.path);
    expect(await again.open()).toBe(1);
    expect(await again.workspace.call('interaction.unfinished', undefined)).toEqual([]);
    expect(outboxOf(bench.path)).toMatchObject([{ patch: { interrupted: true } }, { entity: 'callLeg' }]);
  });

  it('a call whose interaction was closed while it was up is ended too', async () => {
    const bench = storeBench();
    await bench.open();
    const centre = seed(bench.path);
    const call = await ring(bench, null, centre.queue.key);
    await answer(bench, call);
    await bench.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    expect(await afterCrash(bench.path).open()).toBe(1);
    expect(outboxOf(bench.path).map(({ entity, patch }) => [entity, patch['cause']])).toEqual([['interaction', undefined], ['interaction', undefined], ['callLeg', 'interrupted'], ['conversationQuality', undefined]]);
  });

  it('of the store alone, the call that is still up is taken up again', async () => {
    const bench = storeBench();
    await bench.open();
    const call = await ring(bench);
    await answer(bench, call);
    const again = afterCrash(bench.path);
    await again.open();
    await again.main.call('interaction.open', { callId: call.callId, direction: 'inbound', number: null, called: null, queueKey: null, startedAt: new Date().toISOString() });
    const file = await again.workspace.call('interaction.get', { id: call.interactionId });
    expect(file.interaction).toMatchObject({ state: 'open', endedAt: null, interrupted: false });
    expect(file.legs).toMatchObject([{ endedAt: null, cause: null }]);
  });

  it('of the store alone, the real end replaces the guessed one', async () => {
    const bench = storeBench();
    await bench.open();
    const call = await ring(bench);
    await answer(bench, call);
    const again = afterCrash(bench.path);
    await again.open();
    await hangUp(again, call);
    expect((await again.workspace.call('interaction.get', { id: call.interactionId })).interaction).toMatchObject({ state: 'wrap-up', interrupted: false });
  });
});
