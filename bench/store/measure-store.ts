import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { callersByNumber } from '../../electron/store/search/callers.ts';
import { searchCustomers } from '../../electron/store/search/search-customers.ts';
import type { StoreContext } from '../../electron/store/services/context.ts';
import { openInteraction } from '../../electron/store/services/interaction-calls.ts';
import { saveDraft } from '../../electron/store/services/interaction-work.ts';
import { type Figure, judge, type Result } from '../report/figures.ts';
import { customers, sample, type SampleCustomer } from '../subjects/sample.ts';
import { openFilled } from './open-filled.ts';
import { fillRaw, RawStatements } from './raw.ts';
import { snapshotOf } from './snapshot-server.ts';

const part = 'store';
/** What the store may add to plain statements: reading a number in any notation, a second ranking, checking every row. Limits of our own. */
const figures = {
  lookup: { part, name: 'phone lookup, one of 5,000 customers', unit: 'us', limit: { ratio: 6 } },
  search: { part, name: 'search as you type', unit: 'us', limit: { ratio: 5 } },
  draft: { part, name: 'draft.write, on disk', unit: 'us', limit: { ratio: 1.5 } },
  fill: { part, name: 'snapshot fill of 5,000 customers', unit: 'ms', limit: { ratio: 3 } },
} as const satisfies Record<string, Figure>;

const key = 'b'.repeat(64);
/** Numbers and names looked up for one sample. */
const perSample = 100;
const draftsPerSample = 10;

interface StoreBenchOptions {
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

/** Measures the store beside plain better-sqlite3 statements on the same file, in turn. The store's "peer" is those statements. */
export async function measureStore({ quick, say }: StoreBenchOptions): Promise<readonly Result[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'balie-bench-store-'));
  const rounds = quick ? 5 : 25;
  try {
    const snapshot = snapshotOf(sample);
    const fill = await measureFill(dir, snapshot, quick ? 2 : 5);
    say('store: filled');
    const file = { path: path.join(dir, 'reads.db'), key };
    const { store } = await openFilled(file, snapshot);
    const raw = new RawStatements(file.path, key);
    try {
      const work = [measureLookup(store.context, raw, rounds), measureSearch(store.context, raw, rounds), measureDraft(store.context, raw, rounds)];
      say('store: read and written');
      return [...work, fill];
    } finally {
      raw.close();
      await store.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measureFill(dir: string, snapshot: string, rounds: number): Promise<Result> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { store, ms } = await openFilled({ path: path.join(dir, `store-${round}.db`), key }, snapshot);
    await store.close();
    ours.push(ms);
    plain.push(timed(() => fillRaw(path.join(dir, `raw-${round}.db`), key, snapshot)));
  }
  return judge(figures.fill, ours, plain);
}

function measureLookup(context: StoreContext, raw: RawStatements, rounds: number): Result {
  const numbers = (round: number) => someOf(round).map(({ number }) => number);
  return inTurn(figures.lookup, rounds, {
    ours: (round) => numbers(round).forEach((number) => mustFind(callersByNumber(context.db, number, context.country()))),
    plain: (round) => numbers(round).forEach((number) => mustFind(raw.customersWith(number))),
  });
}

function measureSearch(context: StoreContext, raw: RawStatements, rounds: number): Result {
  // As somebody types a family name: its first two to five letters.
  const typed = (round: number) => someOf(round).map(({ familyName }, index) => plainLetters(familyName).slice(0, 2 + (index % 4)));
  return inTurn(figures.search, rounds, {
    ours: (round) => typed(round).forEach((text) => mustFind(searchCustomers(context.db, text, context.country(), 20))),
    plain: (round) => typed(round).forEach((text) => mustFind(raw.customersNamed([text]))),
  });
}

function measureDraft(context: StoreContext, raw: RawStatements, rounds: number): Result {
  const { interactionId } = openInteraction(context, { callId: newId(), direction: 'inbound', number: customers[0]?.number ?? null, called: null, queueKey: null, startedAt: isoNow() });
  const note = 'Wil levering na 14 u, buur op 46 neemt aan. '.repeat(5);
  const drafts = Array.from({ length: draftsPerSample }, (_, index) => `${note}${index}`);
  return inTurn(figures.draft, rounds, {
    ours: () => drafts.forEach((value) => saveDraft(context, { interactionId, fields: { note: value } })),
    plain: () => drafts.forEach((value) => raw.writeDraft(interactionId, 'note', value)),
    each: draftsPerSample,
  });
}

interface Sides {
  readonly ours: (round: number) => void;
  readonly plain: (round: number) => void;
  readonly each?: number;
}

/** Both sides once per round, after one that warms them; a sample is the mean of one in microseconds. */
function inTurn(figure: Figure, rounds: number, { ours, plain, each = perSample }: Sides): Result {
  const samples = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const oursMs = timed(() => ours(round));
    const plainMs = timed(() => plain(round));
    if (round === 0) continue;
    samples.ours.push((oursMs * 1000) / each);
    samples.plain.push((plainMs * 1000) / each);
  }
  return judge(figure, samples.ours, samples.plain);
}

/** @returns the first word without accents, in lower case: as it is typed. */
function plainLetters(name: string): string {
  return /[a-z]+/.exec(name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase())?.[0] ?? '';
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Other customers in every round, so that no figure is one of a warm page. */
function someOf(round: number): readonly SampleCustomer[] {
  const first = (round * perSample * 7) % customers.length;
  return Array.from({ length: perSample }, (_, index) => customers[(first + index * 7) % customers.length]).filter((one) => one !== undefined);
}

function mustFind(found: readonly unknown[]): void {
  if (found.length === 0) throw new Error('A customer who is there was not found');
}
