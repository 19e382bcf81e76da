import type { Cell } from '#shared/domain/office.ts';

/** A piece of a list on its way to a file. */
export interface RowPage {
  readonly rows: Cell[][];
  /** Where the next page goes on; null: there is none. */
  readonly next: string | null;
}

/** Rows of a page: few enough that reads of the operator's do not wait behind it. */
export const pageSize = 100;

/** @param rows of the page, and one more where there are more; each with its place in its table. */
export function pageOf<T extends { readonly seq: number | string }>(rows: readonly T[], limit: number): { readonly shown: readonly T[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last !== undefined ? String(last.seq) : null };
}
