import { BalieError } from '#shared/domain/errors.ts';
import type { Applier } from './applier.ts';
import type { Fill } from './fill.ts';
import type { FillMark } from './fill-mark.ts';
import type { IncomingRow } from './incoming-row.ts';
import { LineSplitter } from './ndjson.ts';
import { readLine, type ReadLine } from './snapshot-line.ts';

/** Written at the first mark after so many rows: from there a fill goes on whose process was ended. */
const usualRowsPerBatch = 12_000;

/** The newest shape of rows that this version was made for (`begin.schemaVersion`). */
const knownSchemaVersion = 1;

interface Begun {
  readonly fill: Fill;
  readonly cursor: string;
  readonly total: number;
}

/**
 * One snapshot on its way into the cache, from its beginning or from a mark. A stream that ends too early is refused as
 * `sync.unreachable`: nothing is removed before it is whole.
 */
export class CacheFill {
  readonly #applier: Applier;
  readonly #onProgress: (done: number, total: number) => void;
  readonly #splitter = new LineSplitter();
  readonly #resumed: FillMark | null;
  readonly #rowsPerBatch: number;
  #begun: Begun | null = null;
  #batch: IncomingRow[] = [];
  #rows = 0;
  /** The last mark that came, and how many rows of the batch stand before it. */
  #passed: { readonly after: string; readonly rows: number } | null = null;
  #ended = false;

  /** @param resumed the mark with which the stream was asked for. */
  constructor(applier: Applier, resumed: FillMark | null, onProgress: (done: number, total: number) => void, rowsPerBatch = usualRowsPerBatch) {
    this.#applier = applier;
    this.#rowsPerBatch = rowsPerBatch;
    this.#resumed = resumed;
    this.#onProgress = onProgress;
  }

  take(bytes: Uint8Array): void {
    this.#takeLines(this.#splitter.take(bytes));
  }

  /** @throws {BalieError} `sync.unreachable` when the stream was cut. */
  end(): void {
    this.#takeLines(this.#splitter.end());
    if (this.#begun === null || !this.#ended) throw new BalieError('sync.unreachable', 'the snapshot was cut');
    this.#applier.indexFill(this.#begun.fill);
    this.#applier.sweep(this.#begun.fill);
    this.#applier.refreshWords();
    this.#applier.finishFill(this.#begun.cursor);
  }

  /** The stream was cut: what came whole is written, so that the next one need not bring it again. */
  giveUp(): void {
    if (this.#begun === null || this.#ended) return;
    if (this.#passed !== null) {
      const { after, rows } = this.#passed;
      this.#rows -= this.#batch.length - rows;
      this.#batch.length = rows;
      this.#flush(this.#begun, after);
    }
    this.#applier.indexFill(this.#begun.fill);
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
        // Before their conversations come in without them: by then nobody knows any more with whom those were.
        this.#applier.forgetErased(line.erased);
        this.#begun = { fill: this.#applier.beginFill(line.cursor, this.#resumedFrom(line.cursor)), cursor: line.cursor, total: line.total };
        this.#progress(this.#begun);
        break;
      case 'row':
        if (this.#begun === null) throw new BalieError('sync.protocol', 'the snapshot does not begin');
        this.#rows++;
        this.#batch.push(line.row);
        // Where no mark comes.
        if (this.#batch.length >= 2 * this.#rowsPerBatch) this.#flush(this.#begun, null);
        break;
      case 'mark':
        if (this.#begun === null) break;
        this.#passed = { after: line.after, rows: this.#batch.length };
        if (this.#batch.length >= this.#rowsPerBatch) this.#flush(this.#begun, line.after);
        else this.#progress(this.#begun);
        break;
      case 'end':
        if (this.#begun !== null) this.#flush(this.#begun, null);
        if (line.rows !== this.#rows) throw new BalieError('sync.unreachable', 'the snapshot lost rows on the way', { details: { sent: line.rows, received: this.#rows } });
        this.#ended = true;
        break;
    }
  }

  /** A stream with another cursor is another snapshot, whole. */
  #resumedFrom(cursor: string): FillMark | null {
    return this.#resumed?.after?.startsWith(`${cursor}.`) === true ? this.#resumed : null;
  }

  #flush(begun: Begun, after: string | null): void {
    const rows = this.#batch;
    this.#batch = [];
    this.#passed = null;
    const { fill } = begun;
    this.#applier.applyFill(fill, rows, after === null ? null : { ...fill.mark, after, rows: fill.mark.rows + this.#rows });
    this.#progress(begun);
  }

  #progress({ fill, total }: Begun): void {
    this.#onProgress(Math.min(total, fill.mark.rows + this.#rows), total);
  }
}
