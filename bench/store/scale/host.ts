import { app, utilityProcess } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '#shared/domain/ids.ts';
import { cpuOf, memoryOf } from '../../process/process-tree.ts';
import { belgian, customerRow, snapshotOfBelgians } from '../belgians.ts';
import { openMadeUpCentral, type MadeUpCentral } from './central.ts';
import { fullInputs, keystrokes, mistypedInputs, numbers, type FullInput } from './keystrokes.ts';
import type { ScaleOptions, ScaleSamples } from './samples.ts';
import { startStore, synced, type StoreLine } from './store-line.ts';

/** Electron's main process of the bench: runs the built store process as Balie's main does, and asks it what a workspace asks. */
const options = JSON.parse(process.argv.find((one) => one.startsWith('--scale='))?.slice('--scale='.length) ?? '{}') as ScaleOptions;
const key = 'c'.repeat(64);
const file = path.join(options.folder, 'balie.db');

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function timedSearches({ workspace }: StoreLine, texts: Iterable<string>, going: () => boolean = () => true): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    if (!going()) break;
    const begun = performance.now();
    await workspace.call('customer.search', { text });
    times.push(performance.now() - begun);
  }
  return times;
}

function* forEver<T>(list: readonly T[]): Generator<T> {
  for (;;) yield* list;
}

/** @returns the first fill, and what a search takes while it is under way. */
async function fill(store: StoreLine, central: MadeUpCentral, texts: readonly string[]): Promise<Pick<ScaleSamples, 'fillSeconds' | 'fillCpuSeconds' | 'searchedWhileFilling' | 'foundWhileFilling'>> {
  const searched: number[] = [];
  let probing: Promise<void> = Promise.resolve();
  let found = 0;
  const probe = async (done: number, total: number): Promise<void> => {
    searched.push(...(await timedSearches(store, texts.slice(searched.length, searched.length + 10))));
    // Half of those who are in are asked for: the last few batches may still be on their way.
    const index = Math.floor((done / total) * options.count * 0.5);
    const hits = await store.workspace.call('customer.search', { text: belgian(index).customerNumber });
    found += Number(hits.some(({ id }) => id === belgian(index).id));
  };
  let probes = 0;
  const cpu = (): number => cpuOf(store.pid).get(store.pid) ?? 0;
  const before = cpu();
  const begin = (): Promise<unknown> => store.main.call('session.set', { centralUrl: central.url, accessToken: 'bench', agentId: newId(), deviceId: newId(), country: 'BE' });
  const ms = await synced(store, begin, (done, total) => {
    if (done < (total * (probes + 1)) / 20) return;
    probes++;
    probing = probing.then(() => probe(done, total));
  });
  const fillCpuSeconds = cpu() - before;
  await probing;
  return { fillSeconds: ms / 1000, fillCpuSeconds, searchedWhileFilling: searched, foundWhileFilling: found / Math.max(1, probes) };
}

/** @returns of each kind of input, the share that has its customer among the first twenty. */
async function recall({ workspace }: StoreLine, inputs: readonly FullInput[]): Promise<Record<string, number>> {
  const tried: Record<string, { inputs: number; hits: number }> = {};
  for (const { kind, id, text } of inputs) {
    const of = (tried[kind] ??= { inputs: 0, hits: 0 });
    of.inputs++;
    of.hits += Number((await workspace.call('customer.search', { text, limit: 20 })).some((one) => one.id === id));
  }
  return Object.fromEntries(Object.entries(tried).map(([kind, { inputs: all, hits }]) => [kind, (100 * hits) / all]));
}

/** A call's number to the callers who have it, the way by which a workspace asks. */
async function lookups({ workspace }: StoreLine): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers(options.count, 2_000)) {
    const begun = performance.now();
    await workspace.call('customer.refusals', { number });
    times.push(performance.now() - begun);
  }
  return times;
}

async function journalWrites({ main, workspace }: StoreLine): Promise<number[]> {
  const { interactionId } = await main.call('interaction.open', { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: null, startedAt: new Date().toISOString() });
  const times: number[] = [];
  for (let batch = 0; batch < 500; batch++) {
    const begun = performance.now();
    await workspace.call('draft.write', { interactionId, fields: { note: `${'Wil levering na 14 u. '.repeat(20)}${batch}` } });
    times.push(performance.now() - begun);
  }
  return times;
}

async function delta(store: StoreLine, central: MadeUpCentral, texts: readonly string[]): Promise<Pick<ScaleSamples, 'deltaSeconds' | 'searchedDuringDelta'>> {
  const changed = Math.min(10_000, options.count);
  const step = Math.floor(options.count / changed);
  central.change(Array.from({ length: changed }, (_, index) => customerRow(index * step, { version: 2, familyName: `${belgian(index * step).familyName}s` })));
  let going = true;
  const applying = synced(store, () => store.workspace.call('sync.now', undefined)).finally(() => (going = false));
  const searchedDuringDelta = await timedSearches(store, forEver(texts), () => going);
  return { deltaSeconds: (await applying) / 1000, searchedDuringDelta };
}

async function inside(): Promise<{ readonly looked: number[]; readonly written: number[] }> {
  const answer = `${options.answer}.inside`;
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'inside.cjs'), [JSON.stringify({ path: file, key, count: options.count, answer })], { stdio: 'inherit' });
  const code = await new Promise<number>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the process inside ended with ${code}`);
  return JSON.parse(readFileSync(answer, 'utf8')) as { readonly looked: number[]; readonly written: number[] };
}

async function measure(): Promise<ScaleSamples> {
  const central = await openMadeUpCentral(() => snapshotOfBelgians(options.count, 'bench-0'));
  const store = await startStore(options.store, options.folder);
  await store.main.call('store.open', { path: file, key, country: 'BE' });
  const texts = keystrokes(options.count, options.quick ? 2_000 : 7_000);
  const filled = await fill(store, central, texts);
  say(`store: filled in ${filled.fillSeconds.toFixed(1)} s`);
  const searched = await timedSearches(store, texts);
  say('store: searched');
  const tries = options.quick ? 50 : 400;
  const [whole, mistyped] = [await recall(store, fullInputs(options.count, tries)), await recall(store, mistypedInputs(options.count, tries))];
  const [lookedOverPort, writtenOverPort] = [await lookups(store), await journalWrites(store)];
  const changes = await delta(store, central, texts);
  say('store: changed');
  const memory = memoryOf(store.pid);
  await store.close();
  central.close();
  const { looked, written } = await inside();
  return { ...filled, ...changes, searched, whole, mistyped, lookedOverPort, writtenOverPort, looked, written, memory };
}

async function run(): Promise<void> {
  await app.whenReady();
  try {
    writeFileSync(options.answer, JSON.stringify(await measure()));
    app.exit(0);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    app.exit(1);
  }
}

app.on('window-all-closed', () => undefined);
void run();
