import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { sql, type Transaction } from 'kysely';
import { readRows, writeRows, type Row } from '../database/rows.ts';
import type { Database, Executor, Schema } from '../database/schema.ts';
import type { Announcer } from './announcer.ts';
import { formatCursor, type Place } from './cursor.ts';

/** Who writes: nulls for the centre itself. */
export interface Origin {
  readonly agentId: string | null;
  readonly deviceId: string | null;
}

/** The centre's own writes: administration and import. */
export const centre: Origin = { agentId: null, deviceId: null };

/** A row without the fields that the log gives it. */
export type NewRow = Record<string, unknown> & { readonly id: string };

/** What may be done while one is the only writer. */
export interface Writer {
  readonly trx: Transaction<Schema>;
  /** Inserts rows, or replaces them where the id exists; versions go up by one and each row becomes a change. */
  put(entity: EntityName, rows: readonly NewRow[]): Promise<Row[]>;
  /** Replaces the one row that was read in this transaction; only `fields` differ. */
  update(entity: EntityName, current: Row, fields: NewRow): Promise<Row>;
}

/** @returns the newest place in the log. */
export async function readHead(db: Executor): Promise<Place> {
  const head = await db.selectFrom('logHead').select(['epoch', 'sequence']).executeTakeFirstOrThrow();
  return { epoch: head.epoch, sequence: Number(head.sequence) };
}

/**
 * The one way in which synced rows are written: rows, their changes and the head of the log commit
 * together, and listeners hear of it afterwards.
 *
 * Writers take turns by locking the head's row first. So sequence numbers are in the order of the
 * commits (a number drawn from a PostgreSQL sequence is not: a slow writer would commit a lower
 * number after a reader had passed it), and a decision made on a row holds until it is written.
 */
export class ChangeLog {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #announcer: Announcer<string>;

  constructor(db: Database, clock: Clock, announcer: Announcer<string>) {
    this.#db = db;
    this.#clock = clock;
    this.#announcer = announcer;
  }

  /** Runs `work` as the only writer. Where it throws, nothing has happened. */
  async write<T>(origin: Origin, work: (writer: Writer) => Promise<T>): Promise<T> {
    const { result, cursor } = await this.#db.transaction().execute(async (trx) => {
      const head = await trx.selectFrom('logHead').select(['epoch', 'sequence']).forUpdate().executeTakeFirstOrThrow();
      const start = Number(head.sequence);
      const turn = new Turn(trx, origin, isoNow(this.#clock), start);
      const done = await work(turn);
      if (turn.sequence === start) return { result: done, cursor: null };
      await trx.updateTable('logHead').set({ sequence: turn.sequence }).execute();
      return { result: done, cursor: formatCursor({ epoch: head.epoch, sequence: turn.sequence }) };
    });
    if (cursor !== null) this.#announcer.publish(cursor);
    return result;
  }
}

class Turn implements Writer {
  readonly trx: Transaction<Schema>;
  readonly #origin: Origin;
  readonly #at: string;
  #sequence: number;

  constructor(trx: Transaction<Schema>, origin: Origin, at: string, sequence: number) {
    this.trx = trx;
    this.#origin = origin;
    this.#at = at;
    this.#sequence = sequence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  async put(entity: EntityName, rows: readonly NewRow[]): Promise<Row[]> {
    const former = new Map((await readRows(this.trx, entity, rows.map(({ id }) => id))).map((row) => [row.id, row.version]));
    const written = rows.map((row): Row => ({ ...row, version: (former.get(row.id) ?? 0) + 1, updatedAt: this.#at }));
    await writeRows(this.trx, entity, written);
    await this.#append(written.map((row) => ({ entity, rowId: row.id, version: row.version, fields: null })));
    return written;
  }

  async update(entity: EntityName, current: Row, fields: NewRow): Promise<Row> {
    const row: Row = { ...current, ...fields, version: current.version + 1, updatedAt: this.#at };
    const names = Object.keys(fields).filter((field) => field !== 'id');
    await writeRows(this.trx, entity, [row]);
    await this.#append([{ entity, rowId: row.id, version: row.version, fields: names }]);
    return row;
  }

  async #append(changes: readonly { entity: EntityName; rowId: string; version: number; fields: readonly string[] | null }[]): Promise<void> {
    const numbered = changes.map((change, index) => ({ ...change, sequence: this.#sequence + index + 1 }));
    await sql`
      insert into change (sequence, entity, row_id, version, fields, agent_id, device_id, at)
      select c.sequence, c.entity, c."rowId", c.version, c.fields, ${this.#origin.agentId}::uuid, ${this.#origin.deviceId}::uuid, ${this.#at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) as c(sequence bigint, entity text, "rowId" uuid, version integer, fields jsonb)
    `.execute(this.trx);
    this.#sequence += changes.length;
  }
}
