import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import { storeControlContract, type StoreControlContract } from '#shared/ipc/store-control.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { messagePort } from '../../electron/store/ports.ts';
import { callersByNumber } from '../../electron/store/search/callers.ts';
import { Store } from '../../electron/store/store.ts';
import { belgian, customerRow, seeded, snapshotOfBelgians } from './belgians.ts';

/** What was measured, with what STORE.md measured as the limit of the machine in brackets. */
export interface ScaleFigure {
  readonly name: string;
  readonly value: string;
  readonly limit: string;
}

interface Bench {
  readonly store: Store;
  readonly main: Client<StoreControlContract>;
  readonly workspace: Client<StoreContract>;
  readonly count: number;
  /** From now on central has these changes. */
  readonly change: (rows: readonly { readonly id: string }[]) => void;
  readonly close: () => Promise<void>;
}

const ignore = (): void => undefined;
const perPage = 2_500;

/** A whole store behind real message ports, with a central that makes its customers up. */
function openBench(folder: string, count: number): Bench {
  let changes: readonly { readonly id: string }[] = [];
  const central: typeof fetch = (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/v1/snapshot') return Promise.resolve(new Response(streamOf(snapshotOfBelgians(count, 'bench-0'))));
    if (pathname === '/v1/changes') return Promise.resolve(Response.json(pageAfter(changes, Number(searchParams.get('cursor')?.split('-')[1] ?? 0))));
    return new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))));
  };
  const store = new Store({ logger: silentLogger, fetch: central });
  const [control, window] = [new MessageChannel(), new MessageChannel()];
  store.attachControl(messagePort(control.port1, ignore));
  store.attachWorkspace(messagePort(window.port1, ignore));
  store.open({ path: path.join(folder, 'balie.db'), key: 'c'.repeat(64), country: 'BE' });
  const main = connect(storeControlContract, messagePort(control.port2, ignore));
  const workspace = connect(storeContract, messagePort(window.port2, ignore));
  const close = async (): Promise<void> => {
    await store.close();
    for (const { port1 } of [control, window]) port1.close();
  };
  return { store, main, workspace, count, close, change: (rows) => (changes = rows) };
}

/** Made as it is read, so that the whole of it never stands in memory. */
function streamOf(texts: Generator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = texts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

function pageAfter(all: readonly { readonly id: string }[], after: number): unknown {
  const page = all.slice(after, after + perPage);
  return { changes: page.map((row) => ({ entity: 'customer', id: row.id, version: 2, row })), cursor: `bench-${after + page.length}`, more: after + page.length < all.length };
}

/** Measures a store with `count` customers: filled through sync as it is, asked over a message port. */
export async function measureAtScale(count: number, say: (line: string) => void): Promise<readonly ScaleFigure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-bench-scale-'));
  const bench = openBench(folder, count);
  try {
    const fillMs = await synced(bench, () => bench.main.call('session.set', { centralUrl: 'http://central.invalid', accessToken: 'bench', agentId: newId(), deviceId: newId(), country: 'BE' }));
    say(`filled in ${(fillMs / 1000).toFixed(1)} s`);
    const texts = keystrokes(count, 5_000);
    const search = await timedSearches(bench, texts);
    say('searched');
    const [full, mistyped] = [await found(bench, false), await found(bench, true)];
    const lookups = Array.from({ length: 2_000 }, (_, index) => belgian((index * 7_919) % count).phone).map((phone) => timed(() => callersByNumber(bench.store.context.db, phone, 'BE')));
    const journal = await journalWrites(bench);
    const during = await searchDuringDelta(bench, texts);
    return [
      { name: `first fill of ${count} customers to searchable`, value: `${(fillMs / 1000).toFixed(1)} s`, limit: '<= 45 s a million [22 s]' },
      { name: `search as you type, ${texts.length} keystrokes, over a port, p95`, value: ms(at(search, 0.95)), limit: '<= 6 ms [3.8 ms]' },
      { name: 'the same, worst', value: ms(at(search, 1)), limit: '<= 25 ms [20 ms]' },
      { name: 'full input finds the customer in the first 20', value: `${full} %`, limit: '>= 95 %' },
      { name: 'the same with one typing error', value: `${mistyped} %`, limit: '>= 95 % [99.8 %]' },
      { name: 'callers by number, in the store, p95', value: ms(at(lookups, 0.95)), limit: '<= 0.06 ms [0.025 ms]' },
      { name: 'journal write over a port, on disk, p95', value: ms(at(journal, 0.95)), limit: '<= 0.3 ms [0.195 ms in the store]' },
      { name: `search while ${during.changed} changes are applied (${(during.tookMs / 1000).toFixed(1)} s), p95`, value: ms(at(during.searches, 0.95)), limit: '<= 6 ms [0.5 ms]' },
      { name: 'the same, worst', value: ms(at(during.searches, 1)), limit: '<= 16 ms [8 ms]' },
      { name: 'memory of the whole process', value: `${Math.round(process.memoryUsage.rss() / 1e6)} MB`, limit: 'the store process alone <= 150 MB [100 MB]' },
      { name: 'file', value: `${Math.round(statSync(path.join(folder, 'balie.db')).size / 1e6)} MB`, limit: '[372 MB a million]' },
    ];
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns milliseconds until sync says that it is up to date after `begin`. */
async function synced({ main }: Bench, begin: () => unknown): Promise<number> {
  const begun = performance.now();
  let underway = false;
  const done = new Promise<void>((resolve) => {
    const stop = main.on('sync.status', ({ state }) => {
      underway ||= state === 'filling' || state === 'syncing';
      if (!underway || state !== 'synced') return;
      stop();
      resolve();
    });
  });
  begin();
  await done;
  return performance.now() - begun;
}

/** What stands in the box after each key, for customers chosen all over: names, places, numbers, in any order. */
function keystrokes(count: number, atLeast: number): string[] {
  const random = seeded(42);
  const texts: string[] = [];
  while (texts.length < atLeast) {
    const { givenName, familyName, street, houseNumber, town, phone, customerNumber } = belgian(Math.floor(random() * count));
    const whole = [`${familyName} ${givenName} ${town}`, `${givenName} ${familyName}`, `${street} ${houseNumber} ${town}`, `${town} ${familyName}`, `0${phone.slice(3)}`, phone.slice(-6), customerNumber][Math.floor(random() * 7)] ?? '';
    for (let length = 1; length <= whole.length; length++) texts.push(whole.slice(0, length));
  }
  return texts;
}

async function timedSearches({ workspace }: Bench, texts: Iterable<string>, going: () => boolean = () => true): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    if (!going()) break;
    const begun = performance.now();
    await workspace.call('customer.search', { text });
    times.push(performance.now() - begun);
  }
  return times;
}

/** @returns per cent of five hundred full inputs that have their customer in the first twenty. */
async function found({ workspace, count }: Bench, mistype: boolean): Promise<number> {
  const random = seeded(7);
  let hits = 0;
  const tries = 500;
  for (let attempt = 0; attempt < tries; attempt++) {
    const { id, givenName, familyName, street, houseNumber, town } = belgian(Math.floor(random() * count));
    const place = Math.floor(random() * familyName.length);
    const family = mistype ? `${familyName.slice(0, place)}x${familyName.slice(place + 1)}` : familyName;
    const hit = (await workspace.call('customer.search', { text: `${givenName} ${family} ${street} ${houseNumber} ${town}` })).some((one) => one.id === id);
    hits += Number(hit);
  }
  return Math.round((hits * 1000) / tries) / 10;
}

async function journalWrites({ main, workspace }: Bench): Promise<number[]> {
  const { interactionId } = await main.call('interaction.open', { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: null, startedAt: new Date().toISOString() });
  const times: number[] = [];
  for (let batch = 0; batch < 500; batch++) {
    const begun = performance.now();
    await workspace.call('draft.write', { interactionId, fields: { note: `${'Wil levering na 14 u. '.repeat(20)}${batch}` } });
    times.push(performance.now() - begun);
  }
  return times;
}

async function searchDuringDelta(bench: Bench, texts: readonly string[]): Promise<{ readonly changed: number; readonly tookMs: number; readonly searches: readonly number[] }> {
  const changed = Math.min(10_000, bench.count);
  const step = Math.floor(bench.count / changed);
  bench.change(Array.from({ length: changed }, (_, index) => customerRow(index * step, { version: 2, familyName: `${belgian(index * step).familyName}s` })));
  let going = true;
  const applying = synced(bench, () => bench.workspace.call('sync.now', undefined)).finally(() => (going = false));
  const searches = await timedSearches(bench, forEver(texts), () => going);
  return { changed, tookMs: await applying, searches };
}

function* forEver<T>(list: readonly T[]): Generator<T> {
  for (;;) yield* list;
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** @param share 0.95 for the 95th percentile, 1 for the worst. */
function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toPrecision(3)} ms`;
}
