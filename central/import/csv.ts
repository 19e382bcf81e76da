import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../http/problem.ts';

export interface CsvLine {
  /** As an editor counts: the header is line 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface CsvFile {
  readonly columns: readonly string[];
  readonly lines: readonly CsvLine[];
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file with a header (RFC 4180): comma, semicolon or tab, with or without a byte-order mark.
 *
 * @throws Problem 400 where it cannot be read as a whole.
 */
export function readCsv(text: string): CsvFile {
  const broken: { line: number; reason: string }[] = [];
  let columns: string[] = [];
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      columns: (header: string[]) => (columns = header.map((name) => name.trim())),
      skip_empty_lines: true,
      trim: true,
      info: true,
      max_record_size: 64 * 1024,
      relax_column_count: false,
      skip_records_with_error: true,
      on_skip: (error) => void broken.push({ line: typeof error?.['lines'] === 'number' ? error['lines'] : 0, reason: error?.code === 'CSV_RECORD_INCONSISTENT_COLUMNS' ? 'has another number of values than the header' : 'cannot be read as CSV' }),
    }) as unknown as Parsed[];
    return { columns, lines: parsed.map(({ record, info }) => ({ line: info.lines, values: record })), broken };
  } catch (error) {
    if (error instanceof CsvError) throw new Problem(400, 'invalid', 'This is not a CSV file with a header.', { cause: error });
    throw error;
  }
}

/** The one of which the header has most. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  return [',', ';', '\t'].reduce((best, candidate) => (header.split(candidate).length > header.split(best).length ? candidate : best));
}
