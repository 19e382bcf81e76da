import { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { BalieError } from '#shared/domain/errors.ts';
import type { PrintOrder } from '#shared/domain/print-sheet.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { WhereTo } from './office-link.ts';
import { printHtml } from './print-html.ts';

interface PrintDeskOptions {
  readonly whereTo: WhereTo;
  readonly record: (input: CallInput<StoreControlContract, 'export.record'>) => Promise<unknown>;
}

/** Puts a sheet on paper, or in a PDF. */
export class PrintDesk {
  readonly #options: PrintDeskOptions;

  constructor(options: PrintDeskOptions) {
    this.#options = options;
  }

  /** @returns false when the operator thought better of it. */
  async print({ sheet, how, customerId }: PrintOrder): Promise<boolean> {
    const { whereTo, record } = this.#options;
    const place = how === 'pdf' ? await whereTo({ name: sheet.title, extension: 'pdf' }) : null;
    if (how === 'pdf' && place === null) return false;
    // Hidden, without script, with a session of its own that keeps nothing.
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webviewTag: false, partition: 'print' } });
    try {
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(printHtml(sheet))}`);
      if (place !== null) {
        const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, displayHeaderFooter: false });
        await record({ list: 'sheet', format: 'pdf', rows: 1, customerId });
        await writeFile(place, pdf, { mode: 0o600 });
        return true;
      }
      const printed = await toPrinter(window);
      if (printed) await record({ list: 'sheet', format: 'print', rows: 1, customerId });
      return printed;
    } catch (thrown) {
      throw thrown instanceof BalieError ? thrown : new BalieError('office.failed', 'the sheet could not be printed', { cause: thrown });
    } finally {
      window.destroy();
    }
  }
}

/** Asks for the printer. @returns false when the operator cancelled. @throws {BalieError} `office.no-printer` */
function toPrinter({ webContents }: BrowserWindow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    webContents.print({}, (success, reason) => {
      if (success) resolve(true);
      else if (/cancel/i.test(reason)) resolve(false);
      else reject(new BalieError('office.no-printer', `nothing was printed: ${reason}`));
    });
  });
}
