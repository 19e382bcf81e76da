import type { EntityName } from '#shared/domain/entities.ts';
import { entityOrder } from '../database/entity-tables.ts';
import { countRows, readTexts, readTextsBy } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { placeIn, type Scope } from '../access/scope.ts';
import { seen } from '../access/visibility.ts';
import { readHead } from './change-log.ts';
import { formatCursor } from './cursor.ts';
import { everybodyErased } from './erasure.ts';
import { formatMark, streamed, withCustomer, type SnapshotMark } from './snapshot-mark.ts';

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

interface Batch {
  /** Of the entity's own rows. */
  readonly rows: number;
  readonly last: string;
  readonly lines: readonly string[];
}

function lineOf(entity: EntityName, text: string): string {
  return `{"type":"row","entity":"${entity}","row":${text}}\n`;
}

/** @returns the next rows of an entity; those of customers with what belongs to each. Null: there are no more. */
async function readBatch(db: Executor, scope: Scope, entity: EntityName, after: string | null): Promise<Batch | null> {
  const rows = await readTexts(db, entity, after, batchRows, seen(scope, entity));
  const last = rows.at(-1)?.id;
  if (last === undefined) return null;
  if (entity !== 'customer') return { rows: rows.length, last, lines: rows.map(({ text }) => lineOf(entity, text)) };
  const ids = rows.map(({ id }) => id);
  const followers: { follower: EntityName; texts: Map<string, string[]> }[] = [];
  for (const follower of withCustomer) followers.push({ follower, texts: await readTextsBy(db, follower, 'customerId', ids, seen(scope, follower)) });
  const lines = rows.flatMap(({ id, text }) => [lineOf(entity, text), ...followers.flatMap(({ follower, texts }) => (texts.get(id) ?? []).map((own) => lineOf(follower, own)))]);
  return { rows: rows.length, last, lines };
}

/**
 * Writes every row that the scope sees as NDJSON (`snapshotLineSchema`) in batches, all from one consistent read, so that
 * `changes` from `begin.cursor` misses nothing and repeats nothing that matters. After each batch stands a mark.
 *
 * @param from where a stream that was cut goes on; its cursor stays that of the first part.
 * @returns the number of rows.
 */
export async function writeSnapshot(db: Database, scope: Scope, sink: SnapshotSink, from: SnapshotMark | null = null): Promise<number> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const place = from?.place ?? placeIn(scope, await readHead(trx));
      await sink(`${JSON.stringify({ type: 'begin', cursor: formatCursor(place), counts: await countAll(trx, scope), schemaVersion: rowSchemaVersion, erased: await everybodyErased(trx) })}\n`);
      let sent = 0;
      for (const entity of streamed.slice(from === null ? 0 : streamed.indexOf(from.entity))) {
        for (let after = from?.entity === entity ? from.id : null; ; ) {
          const batch: Batch | null = await readBatch(trx, scope, entity, after);
          if (batch === null) break;
          after = batch.last;
          sent += batch.lines.length;
          await sink(`${batch.lines.join('')}${JSON.stringify({ type: 'mark', after: formatMark({ place, entity, id: after }) })}\n`);
          if (batch.rows < batchRows) break;
        }
      }
      await sink(`${JSON.stringify({ type: 'end', rows: sent })}\n`);
      return sent;
    });
}
