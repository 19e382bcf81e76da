import { entityNameSchema, type EntityName } from '#shared/domain/entities.ts';
import type { Change, Changes } from '#shared/contract/sync.ts';
import { placeIn, type Scope } from '../access/scope.ts';
import { seen, wordsOf } from '../access/visibility.ts';
import { entityOrder } from '../database/entity-tables.ts';
import { readRowsOf } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import { sql, type RawBuilder } from 'kysely';
import { Problem } from '../http/problem.ts';
import { readHead } from './change-log.ts';
import { formatCursor, parseCursor, type Place } from './cursor.ts';

/** The reader begins anew. */
export function cursorUnknown(): Problem {
  return new Problem(410, 'cursor-unknown', 'This cursor is not of this history. Take a snapshot again.');
}

interface LogEntry {
  readonly sequence: number;
  readonly entity: EntityName;
  readonly rowId: string;
  readonly version: number;
}

/** What may concern a scope: all that is, and some that is not, where that is not worth telling apart. */
function concerning(scope: Scope): RawBuilder<boolean> {
  const words = wordsOf(scope);
  return words === null ? sql`true` : sql`(audience is null or audience && array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb)))`;
}

async function readLog(db: Database, scope: Scope, after: number, limit: number): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('change')
    .select(['sequence', 'entity', 'rowId', 'version'])
    .where('sequence', '>', after)
    .where(concerning(scope))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence), entity: entityNameSchema.parse(row.entity) }));
}

/** @returns whether something after `cursor` concerns the scope; true where the cursor is of another history. */
export async function isConcernedSince(db: Database, scope: Scope, cursor: string): Promise<boolean> {
  const from = parseCursor(cursor);
  const head = placeIn(scope, await readHead(db));
  if (from === null || from.epoch !== head.epoch || from.sequence > head.sequence) return true;
  if (from.sequence === head.sequence) return false;
  return (await readLog(db, scope, from.sequence, 1)).length > 0;
}

/**
 * A row that changed several times on one page is sent once, as it is now; parents before children. What
 * the scope does not see (any more) is sent as erased: whoever had it drops it.
 */
async function currentRows(db: Database, scope: Scope, entries: readonly LogEntry[]): Promise<Change[]> {
  const latest = new Map<EntityName, Map<string, number>>();
  for (const { entity, rowId, version } of entries) {
    const versions = latest.get(entity) ?? new Map<string, number>();
    latest.set(entity, versions.set(rowId, version));
  }
  const found = await readRowsOf(db, [...latest].map(([entity, versions]) => ({ entity, ids: [...versions.keys()], filter: seen(scope, entity) })));
  return entityOrder.flatMap((entity) =>
    [...(latest.get(entity) ?? [])].map(([id, version]): Change => {
      const row = found.get(entity)?.get(id) ?? null;
      return { entity, id, version: row?.version ?? version, row };
    }),
  );
}

/**
 * One page of what changed after `cursor`. A row may already be newer than the page's own cursor: it
 * comes again later with the same version, and readers keep the highest.
 *
 * @throws Problem 410 `cursor-unknown`.
 */
export async function readChanges(db: Database, scope: Scope, cursor: string, limit: number): Promise<Changes> {
  const from = parseCursor(cursor);
  const head = placeIn(scope, await readHead(db));
  if (from === null || from.epoch !== head.epoch || from.sequence > head.sequence) throw cursorUnknown();
  const entries = await readLog(db, scope, from.sequence, limit);
  // Where the page has room left, nothing else up to the head concerns the scope.
  const read = entries.at(-1)?.sequence ?? 0;
  const last: Place = { epoch: head.epoch, sequence: entries.length < limit ? Math.max(read, head.sequence) : read };
  return { changes: await currentRows(db, scope, entries), cursor: formatCursor(last), more: last.sequence < head.sequence };
}
