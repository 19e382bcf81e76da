import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell, ExportFormat } from '#shared/domain/office.ts';
import { csvStream } from './csv.ts';
import { odsStream } from './ods.ts';
import { RowQueue } from './row-queue.ts';
import { valuesOf, type SheetHead, type SheetValue } from './sheet.ts';
import { xlsxStream } from './xlsx.ts';

const streams: Readonly<Record<ExportFormat, (head: SheetHead, rows: AsyncIterable<SheetValue[]>) => AsyncIterable<Uint8Array>>> = { csv: csvStream, xlsx: xlsxStream, ods: odsStream };

/** A spreadsheet that is being written to a file. */
export class SheetFile {
  readonly #head: SheetHead;
  readonly #path: string;
  readonly #queue = new RowQueue();
  readonly #stop = new AbortController();
  readonly #file: WriteStream;
  readonly #written: Promise<void>;

  constructor(path: string, format: ExportFormat, head: SheetHead) {
    this.#head = head;
    this.#path = path;
    const bytes = streams[format](head, this.#queue);
    // Readable by the operator alone, as the data was in Balie.
    this.#file = createWriteStream(path, { mode: 0o600 });
    this.#written = pipeline(Readable.from(bytes, { objectMode: false }), this.#file, { signal: this.#stop.signal });
    this.#written.catch((error: unknown) => this.#queue.fail(error instanceof Error ? error : new Error('the file could not be written', { cause: error })));
  }

  /** @returns when the rows are on their way to the disk. @throws what the disk says. */
  async add(rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.#queue.push(rows.map((row) => valuesOf(this.#head, row)));
  }

  /** Finishes the file. */
  async end(): Promise<void> {
    this.#queue.end();
    await this.#written;
  }

  /** Leaves nothing behind. */
  async abort(): Promise<void> {
    this.#stop.abort();
    // Whoever waits for rows stops waiting.
    this.#queue.end();
    await this.#written.catch(() => undefined);
    // A file may still be on its way to being opened.
    if (!this.#file.closed) await once(this.#file, 'close');
    await rm(this.#path, { force: true });
  }
}
