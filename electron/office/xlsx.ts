import { writeXlsxStream } from 'hucre/xlsx';
import { cellText } from '#shared/domain/formula-safe.ts';
import type { ColumnKind } from '#shared/domain/office.ts';
import type { SheetHead, SheetValue } from './sheet.ts';

const widths: Readonly<Record<ColumnKind, number>> = { text: 28, number: 12, seconds: 12, instant: 18, word: 14 };

/** A workbook of one sheet. Text is typed as text: what looks like a formula is none. */
export function xlsxStream(head: SheetHead, rows: AsyncIterable<SheetValue[]>): AsyncIterable<Uint8Array> {
  async function* values(): AsyncGenerator<SheetValue[]> {
    for await (const row of rows) yield row.map((value) => (typeof value === 'string' ? cellText(value) : value));
  }
  const columns = head.columns.map(({ heading, kind }) => ({ header: cellText(heading), width: widths[kind], ...(kind === 'instant' ? { numFmt: 'yyyy-mm-dd hh:mm' } : {}) }));
  // A title of a sheet has fewer characters than one of a file.
  const name = head.title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31).trim();
  return writeXlsxStream(values(), { name: name === '' ? 'Balie' : name, columns, freezePane: { rows: 1 } });
}
