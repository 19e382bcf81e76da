import { writeCsvStream } from 'hucre/csv';
import { cellText, formulaSafe } from '#shared/domain/formula-safe.ts';
import type { SheetHead, SheetValue } from './sheet.ts';

/** `2026-11-28 14:03:00`: what every spreadsheet reads as a date, and what sorts as text. */
function plainDate(value: Date): string {
  return value.toISOString().slice(0, 19).replace('T', ' ');
}

function csvCell(value: SheetValue): string {
  if (value === null) return '';
  if (value instanceof Date) return plainDate(value);
  return typeof value === 'number' ? String(value) : formulaSafe(cellText(value));
}

/** CSV by RFC 4180 in UTF-8 with its mark, without which Excel takes it for something else; every cell quoted, none a formula. */
export function csvStream(head: SheetHead, rows: AsyncIterable<SheetValue[]>): AsyncIterable<Uint8Array> {
  async function* cells(): AsyncGenerator<string[]> {
    yield head.columns.map(({ heading }) => csvCell(heading));
    for await (const row of rows) yield row.map(csvCell);
  }
  return writeCsvStream(cells(), { delimiter: head.separator, quoteStyle: 'all', bom: true, headers: false });
}
