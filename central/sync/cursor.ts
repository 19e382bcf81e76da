/** A place in the log of changes: which history, and how far. */
export interface Place {
  /** Random per database; another database, or one restored from a backup, is another history. */
  readonly epoch: string;
  readonly sequence: number;
}

/** @returns the cursor as clients keep it (`cursorSchema`). */
export function formatCursor({ epoch, sequence }: Place): string {
  return `${epoch}-${sequence}`;
}

/** @returns the place, or null where the text is no cursor. */
export function parseCursor(cursor: string): Place | null {
  const match = /^([0-9a-z]{1,32})-(\d{1,15})$/.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { epoch: match[1], sequence: Number(match[2]) };
}
