import type { EntityName } from '#shared/domain/entities.ts';
import { sql } from 'kysely';
import { entityOrder, tableOf } from '../database/entity-tables.ts';
import { rowText } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { readHead } from './change-log.ts';
import { formatCursor } from './cursor.ts';

const batchRows = 2_000;
/** The version of the rows' shape that `begin` names; raised when clients must read rows differently. */
export const rowSchemaVersion = 1;

async function countRows(db: Executor): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entity of entityOrder) {
    const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(tableOf(entity).table)}`.execute(db);
    counts[entity] = Number(rows[0]?.count ?? 0);
  }
  return counts;
}

async function readBatch(db: Executor, entity: EntityName, after: string | null): Promise<{ id: string; text: string }[]> {
  const from = after === null ? sql`` : sql`where id > ${after}::uuid`;
  const { rows } = await sql<{ id: string; text: string }>`
    select id, ${rowText(entity)} as text from ${sql.table(tableOf(entity).table)} ${from} order by id limit ${batchRows}
  `.execute(db);
  return rows;
}

/** Takes the lines; answers when more may come. Throwing ends the snapshot. */
export type SnapshotSink = (lines: string) => Promise<void>;

/**
 * Writes every row as NDJSON (`snapshotLineSchema`) in batches, all from one consistent read, so that
 * `changes` from `begin.cursor` misses nothing and repeats nothing that matters.
 *
 * @returns the number of rows.
 */
export async function writeSnapshot(db: Database, sink: SnapshotSink): Promise<number> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const cursor = formatCursor(await readHead(trx));
      await sink(`${JSON.stringify({ type: 'begin', cursor, counts: await countRows(trx), schemaVersion: rowSchemaVersion })}\n`);
      let sent = 0;
      for (const entity of entityOrder) {
        let after: string | null = null;
        for (;;) {
          const batch = await readBatch(trx, entity, after);
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
