import { z } from 'zod';
import { snapshotLineSchema } from '#shared/contract/sync.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Fill } from './applier.ts';
import { readIncoming, type IncomingRow } from './incoming-row.ts';
import { linesOf } from './ndjson.ts';
import { step, yieldToReads, type SyncRun } from './sync-run.ts';

/** Rows in one transaction: a few milliseconds, so that a lookup in between is not felt. */
const rowsPerTransaction = 200;

/** A row line by its envelope only: an entity or a row that cannot be read is one poison row, not a broken stream. */
const rowLineSchema = z.object({ type: z.literal('row'), entity: z.unknown(), row: z.unknown() });

type ReadLine = { readonly type: 'begin'; readonly cursor: string; readonly total: number } | { readonly type: 'row'; readonly row: IncomingRow } | { readonly type: 'end'; readonly rows: number };

function readLine(line: string): ReadLine {
  const json = parseJson(line);
  const row = rowLineSchema.safeParse(json);
  if (row.success) return { type: 'row', row: readIncoming(row.data.entity, row.data.row) };
  const frame = snapshotLineSchema.safeParse(json);
  if (frame.data?.type === 'begin') return { type: 'begin', cursor: frame.data.cursor, total: Object.values(frame.data.counts).reduce((sum, n) => sum + n, 0) };
  if (frame.data?.type === 'end') return { type: 'end', rows: frame.data.rows };
  return { type: 'row', row: { ok: false, entity: '', id: '', row: null, reason: 'line: not readable' } };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Fills the cache from a snapshot. A stream that ends too early is refused as `sync.unreachable`: it is
 * taken again from the start, on top of what already came in, and nothing is removed before it is whole.
 */
export async function fillCache(run: SyncRun): Promise<void> {
  const { applier } = run;
  const filling = new CacheFill(run);
  for await (const line of linesOf(run.client.snapshot(run.signal))) {
    if (line.trim() !== '') await filling.take(readLine(line));
  }
  const { fill, cursor } = filling.whole();
  while (step(run, () => applier.sweep(fill))) await yieldToReads();
  while (step(run, () => applier.refreshWords())) await yieldToReads();
  step(run, () => applier.finishFill(cursor));
  // Nobody can follow five thousand changes one by one: everything has to be read again.
  run.onApplied({ customers: [], interactions: [], handOvers: true, work: true, reference: true });
}

/** One snapshot on its way in. */
class CacheFill {
  readonly #run: SyncRun;
  #begun: { readonly fill: Fill; readonly cursor: string; readonly total: number } | null = null;
  #batch: IncomingRow[] = [];
  #rows = 0;
  #ended = false;

  constructor(run: SyncRun) {
    this.#run = run;
  }

  async take(line: ReadLine): Promise<void> {
    switch (line.type) {
      case 'begin':
        if (this.#begun !== null) throw new BalieError('sync.protocol', 'the snapshot begins twice');
        this.#begun = { fill: step(this.#run, () => this.#run.applier.beginFill(line.cursor)), cursor: line.cursor, total: line.total };
        this.#run.onProgress(0, line.total);
        break;
      case 'row':
        if (this.#begun === null) throw new BalieError('sync.protocol', 'the snapshot does not begin');
        this.#rows++;
        this.#batch.push(line.row);
        if (this.#batch.length >= rowsPerTransaction) await this.#flush();
        break;
      case 'end':
        await this.#flush();
        if (line.rows !== this.#rows) throw new BalieError('sync.unreachable', 'the snapshot lost rows on the way', { details: { sent: line.rows, received: this.#rows } });
        this.#ended = true;
        break;
    }
  }

  /** @throws {BalieError} `sync.unreachable` when the stream was cut. */
  whole(): { fill: Fill; cursor: string } {
    if (this.#begun === null || !this.#ended) throw new BalieError('sync.unreachable', 'the snapshot was cut');
    return this.#begun;
  }

  async #flush(): Promise<void> {
    const begun = this.#begun;
    if (begun === null || this.#batch.length === 0) return;
    const rows = this.#batch;
    this.#batch = [];
    step(this.#run, () => this.#run.applier.applyFill(begun.fill, rows));
    this.#run.onProgress(this.#rows, begun.total);
    await yieldToReads();
  }
}
