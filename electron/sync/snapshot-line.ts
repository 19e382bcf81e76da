import { snapshotLineSchema } from '#shared/contract/sync.ts';
import { readIncoming, type IncomingRow } from './incoming-row.ts';

export type ReadLine =
  | { readonly type: 'begin'; readonly cursor: string; readonly total: number; readonly schemaVersion: number; readonly erased: readonly string[] }
  | { readonly type: 'row'; readonly row: IncomingRow }
  | { readonly type: 'mark'; readonly after: string }
  | { readonly type: 'end'; readonly rows: number };

/** A row line is read by its envelope only: an entity or a row that cannot be read is one poison row, not a broken stream. */
export function readLine(line: string): ReadLine {
  const json = parseJson(line);
  if (isRowLine(json)) return { type: 'row', row: readIncoming(json.entity, json.row) };
  const frame = snapshotLineSchema.safeParse(json).data;
  switch (frame?.type) {
    case 'begin':
      return { type: 'begin', cursor: frame.cursor, total: Object.values(frame.counts).reduce((sum, n) => sum + n, 0), schemaVersion: frame.schemaVersion, erased: frame.erased };
    case 'mark':
    case 'end':
      return frame;
    default:
      return { type: 'row', row: { ok: false, entity: '', id: '', row: null, reason: 'line: not readable' } };
  }
}

function isRowLine(json: unknown): json is { readonly entity: unknown; readonly row: unknown } {
  return typeof json === 'object' && json !== null && 'type' in json && json.type === 'row' && 'entity' in json && 'row' in json;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
