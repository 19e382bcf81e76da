import type { Cell, ColumnKind } from '#shared/domain/office.ts';

/** A sheet to be written: its columns, and how the operator's language says what is in them. */
export interface SheetHead {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly kind: ColumnKind }[];
  readonly words: Readonly<Record<string, string>>;
  /** Between the cells of a CSV file: what spreadsheets expect where the operator works. */
  readonly separator: ',' | ';';
}

/** A value as a spreadsheet has it: a date is local time, for a spreadsheet knows no zones. */
export type SheetValue = string | number | Date | null;

/** @returns the wall-clock time of this machine, as if it were UTC: the day and hour that are to be read in the cell. */
function wallClock(instant: string): Date | null {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()));
}

/** @returns a row's values by the kinds of its columns. */
export function valuesOf({ columns, words }: SheetHead, row: readonly Cell[]): SheetValue[] {
  return columns.map(({ kind }, index) => {
    const cell = row[index] ?? null;
    if (cell === null) return null;
    if (kind === 'instant') return wallClock(String(cell));
    if (kind === 'word') return words[String(cell)] ?? String(cell);
    return kind === 'text' ? String(cell) : Number(cell);
  });
}
