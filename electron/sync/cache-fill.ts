import { z } from 'zod';
import { snapshotLineSchema } from '#shared/contract/sync.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Applier, Fill } from './applier.ts';
import { readIncoming, type IncomingRow } from './incoming-row.ts';
import { LineSplitter } from './ndjson.ts';

const rowsPerBatch = 2_500;

/** The newest shape of rows that this version was made for (`begin.schemaVersion`). */
const knownSchemaVersion = 1;

/** A row line by its envelope only: an entity or a row that cannot be read is one poison row, not a broken stream. */
const rowLineSchema = z.object({ type: z.literal('row'), entity: z.unknown(), row: z.unknown() });

type ReadLine = { readonly type: 'begin'; readonly cursor: string; readonly total: number; readonly schemaVersion: number } | { readonly type: 'row'; readonly row: IncomingRow } | { readonly type: 'end'; readonly rows: number };

function readLine(line: string): ReadLine {
  const json = parseJson(line);
  const row = rowLineSchema.safeParse(json);
  if (row.success) return { type: 'row', row: readIncoming(row.data.entity, row.data.row) };
  const frame = snapshotLineSchema.safeParse(json);
  if (frame.data?.type === 'begin') return { type: 'begin', cursor: frame.data.cursor, total: Object.values(frame.data.counts).reduce((sum, n) => sum + n, 0), schemaVersion: frame.data.schemaVersion };
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
 * One snapshot on its way into the cache. A stream that ends too early is refused as `sync.unreachable`:
 * nothing is removed before it is whole.
 */
export class CacheFill {
  readonly #applier: Applier;
  readonly #onProgress: (done: number, total: number) => void;
  readonly #splitter = new LineSplitter();
  #begun: { readonly fill: Fill; readonly cursor: string; readonly total: number } | null = null;
  #batch: IncomingRow[] = [];
  #rows = 0;
  #ended = false;

  constructor(applier: Applier, onProgress: (done: number, total: number) => void) {
    this.#applier = applier;
    this.#onProgress = onProgress;
  }

  take(bytes: Uint8Array): void {
    this.#takeLines(this.#splitter.take(bytes));
  }

  /** @throws {BalieError} `sync.unreachable` when the stream was cut. */
  end(): void {
    this.#takeLines(this.#splitter.end());
    if (this.#begun === null || !this.#ended) throw new BalieError('sync.unreachable', 'the snapshot was cut');
    this.#applier.sweep(this.#begun.fill);
    this.#applier.refreshWords();
    this.#applier.finishFill(this.#begun.cursor);
  }

  #takeLines(lines: readonly string[]): void {
    for (const line of lines) if (line.trim() !== '') this.#takeLine(readLine(line));
  }

  #takeLine(line: ReadLine): void {
    switch (line.type) {
      case 'begin':
        if (this.#begun !== null) throw new BalieError('sync.protocol', 'the snapshot begins twice');
        // Rows that this version cannot read are kept aside one by one; what it can read, goes on.
        if (line.schemaVersion > knownSchemaVersion) this.#applier.noteNewer(line.schemaVersion, knownSchemaVersion);
        this.#begun = { fill: this.#applier.beginFill(line.cursor), cursor: line.cursor, total: line.total };
        this.#onProgress(0, line.total);
        break;
      case 'row':
        if (this.#begun === null) throw new BalieError('sync.protocol', 'the snapshot does not begin');
        this.#rows++;
        this.#batch.push(line.row);
        if (this.#batch.length >= rowsPerBatch) this.#flush(this.#begun);
        break;
      case 'end':
        if (this.#begun !== null) this.#flush(this.#begun);
        if (line.rows !== this.#rows) throw new BalieError('sync.unreachable', 'the snapshot lost rows on the way', { details: { sent: line.rows, received: this.#rows } });
        this.#ended = true;
        break;
    }
  }

  #flush({ fill, total }: { readonly fill: Fill; readonly total: number }): void {
    const rows = this.#batch;
    this.#batch = [];
    this.#applier.applyFill(fill, rows);
    this.#onProgress(this.#rows, total);
  }
}
