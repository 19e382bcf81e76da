import { entityOrder } from '../database/entity-tables.ts';
import { countRows, readTexts } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { placeIn, type Scope } from '../access/scope.ts';
import { seen } from '../access/visibility.ts';
import { readHead } from './change-log.ts';
import { formatCursor } from './cursor.ts';

const batchRows = 2_000;
/** The version of the rows' shape that `begin` names; raised when clients must read rows differently. */
export const rowSchemaVersion = 1;

async function countAll(db: Executor, scope: Scope): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entity of entityOrder) counts[entity] = await countRows(db, entity, seen(scope, entity));
  return counts;
}

/** Takes the lines; answers when more may come. Throwing ends the snapshot. */
export type SnapshotSink = (lines: string) => Promise<void>;

/**
 * Writes every row that the scope sees as NDJSON (`snapshotLineSchema`) in batches, all from one consistent read, so that
 * `changes` from `begin.cursor` misses nothing and repeats nothing that matters.
 *
 * @returns the number of rows.
 */
export async function writeSnapshot(db: Database, scope: Scope, sink: SnapshotSink): Promise<number> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const cursor = formatCursor(placeIn(scope, await readHead(trx)));
      await sink(`${JSON.stringify({ type: 'begin', cursor, counts: await countAll(trx, scope), schemaVersion: rowSchemaVersion })}\n`);
      let sent = 0;
      for (const entity of entityOrder) {
        const filter = seen(scope, entity);
        let after: string | null = null;
        for (;;) {
          const batch: { id: string; text: string }[] = await readTexts(trx, entity, after, batchRows, filter);
          const last = batch.at(-1);
          if (last === undefined) break;
          after = last.id;
          sent += batch.length;
          await sink(batch.map(({ text }) => `{"type":"row","entity":"${entity}","row":${text}}\n`).join(''));
          if (batch.length < batchRows) break;
        }
      }
      await sink(`${JSON.stringify({ type: 'end', rows: sent })}\n`);
      return sent;
    });
}
