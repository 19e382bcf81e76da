/** A stretch of time. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** @returns milliseconds; a span that ends before it begins (a clock was set back) has none. */
export function lengthOf({ from, until }: Span): number {
  return Math.max(0, Date.parse(until) - Date.parse(from));
}

/** @returns how much of `span` none of the others covers, in milliseconds. */
export function uncovered(span: Span, others: readonly Span[]): number {
  const end = Date.parse(span.until);
  let at = Date.parse(span.from);
  let free = 0;
  for (const other of [...others].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const from = Math.min(Date.parse(other.from), end);
    if (from > at) free += from - at;
    at = Math.max(at, Math.min(Date.parse(other.until), end));
  }
  return free + Math.max(0, end - at);
}
