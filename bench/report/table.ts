import type { Result } from './figures.ts';

const columns = ['figure', 'unit', 'median', 'p95', 'n', 'peer', 'p95', 'ratio', 'limit', ''] as const;

/** @returns the results as a table for a terminal. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [result.name, result.unit, cell(result.value), cell(result.p95), String(result.n), cell(result.peer), cell(result.peerP95), cell(result.ratio), result.limit, result.ok ? 'ok' : 'MISSED']);
  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  // Numbers stand to the right, words to the left.
  const line = (cells: readonly string[]): string => cells.map((text, column) => (column >= 2 && column <= 7 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function cell(value: number | null): string {
  return value === null || Number.isNaN(value) ? '-' : String(value);
}
