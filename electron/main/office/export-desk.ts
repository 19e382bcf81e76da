import { rename } from 'node:fs/promises';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/entities.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { exportColumns, type Cell, type ColumnKind, type ExportList, type ExportOrder, type ExportRequest } from '#shared/domain/office.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';
import type { OfficeContract } from '#shared/ipc/office-list.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { OfficeLink, WhereTo } from './office-link.ts';

type Control = StoreControlContract;

/** Which page of which list, wherever it comes from. */
export type PageWish = Omit<CallInput<Control, 'export.page'>, 'request'> & { readonly request: ExportRequest };

export interface ExportDeskOptions {
  /** What the centre lets this operator export, now. */
  readonly allowed: () => readonly ExportList[];
  readonly language: () => Language;
  readonly page: (input: PageWish) => Promise<CallOutput<Control, 'export.page'>>;
  readonly record: (input: CallInput<Control, 'export.record'>) => Promise<unknown>;
  readonly whereTo: WhereTo;
  readonly office: OfficeLink;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Lines that are handed on in one go. */
const batchSize = 500;

/**
 * Lets a list leave as a file: who may, where to, and written down before it is there. Rows go from the store process (or central) to the
 * office process a page at a time; neither is asked for more before the last ones are on their way to the disk.
 */
export class ExportDesk {
  readonly #options: ExportDeskOptions;
  #isBusy = false;

  constructor(options: ExportDeskOptions) {
    this.#options = options;
  }

  /**
   * @returns how many lines were written; null when the operator cancelled.
   * @throws {BalieError} `office.not-allowed`, `office.busy`, `office.not-written`, `office.failed`, or a refusal of the store.
   */
  async export(order: ExportOrder): Promise<number | null> {
    const { list } = order.request;
    if (!this.#options.allowed().includes(list)) throw new BalieError('office.not-allowed', `this operator may not export ${list}`, { details: { list } });
    if (this.#isBusy) throw new BalieError('office.busy', 'a file is being made');
    this.#isBusy = true;
    try {
      const path = await this.#options.whereTo({ name: `${order.title} ${isoNow(this.#options.clock).slice(0, 10)}`, extension: order.format });
      return path === null ? null : await this.#options.office((office) => this.#write(office, order, path));
    } finally {
      this.#isBusy = false;
    }
  }

  async #write(office: Client<OfficeContract>, { request, format, title, headings, words }: ExportOrder, path: string): Promise<number> {
    const { record, language, logger } = this.#options;
    const kinds: Readonly<Record<string, ColumnKind>> = exportColumns[request.list];
    const columns = Object.entries(kinds).map(([name, kind]) => ({ heading: headings[name] ?? name, kind }));
    // Beside the file it becomes: whatever was there stays until this one is whole.
    const draft = `${path}.part`;
    await office.call('sheet.begin', { path: draft, format, title, columns, words, separator: language() === 'en' ? ',' : ';' });
    try {
      let rows = 0;
      for await (const batch of this.#batches(request)) {
        await office.call('sheet.rows', { rows: batch });
        rows += batch.length;
      }
      await office.call('sheet.end', undefined);
      // First: no file of which nobody knows.
      await record({ list: request.list, format, rows, customerId: 'customerId' in request ? request.customerId : null });
      await rename(draft, path).catch((thrown: unknown) => {
        throw new BalieError('office.not-written', 'the file could not be put in its place', { cause: thrown });
      });
      logger.info({ list: request.list, format, rows }, 'a list was exported');
      return rows;
    } catch (thrown) {
      await office.call('sheet.abort', undefined).catch(() => undefined);
      throw thrown;
    }
  }

  async *#batches(request: ExportRequest): AsyncGenerator<Cell[][]> {
    const { page, language } = this.#options;
    let after: string | null = null;
    do {
      const { rows, next }: CallOutput<Control, 'export.page'> = await page({ request, after, language: language() });
      for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize);
      after = next;
    } while (after !== null);
  }
}
