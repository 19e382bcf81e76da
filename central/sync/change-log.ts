import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { AuditAction } from '#shared/contract/audit.ts';
import { sql, type Transaction } from 'kysely';
import type { Bus } from '../database/bus.ts';
import { tableOf } from '../database/entity-tables.ts';
import { deleteRows, insertRow, readVersions, replaceRow, writeRows, type Row } from '../database/rows.ts';
import type { Database, Executor, Schema } from '../database/schema.ts';
import type { Place } from './cursor.ts';
import type { Head } from './head.ts';
import { emit } from '../webhooks/webhooks.ts';
import { followChange, linkCustomers } from './links.ts';

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
  /** When this is written, by central's clock. */
  readonly at: string;
  /** Inserts one row that does not exist yet. @returns it as the database keeps it. */
  create(entity: EntityName, row: NewRow): Promise<Row>;
  /** Changes some fields of a row that was read in this transaction. @returns it as the database keeps it. */
  update(entity: EntityName, current: Row, fields: Readonly<Record<string, unknown>>): Promise<Row>;
  /** Inserts rows, or replaces them whole where they exist. */
  putAll(entity: EntityName, rows: readonly NewRow[]): Promise<void>;
  /** Removes rows that were read in this transaction; devices hear that they are gone. */
  remove(entity: EntityName, rows: readonly Pick<Row, 'id' | 'version'>[]): Promise<void>;
  /** Counts rows as changed that did not change themselves: who may see them did. */
  touch(entity: EntityName, ids: readonly string[]): Promise<void>;
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
  readonly #head: Head;
  readonly #bus: Bus;

  constructor(db: Database, clock: Clock, head: Head, bus: Bus) {
    this.#db = db;
    this.#clock = clock;
    this.#head = head;
    this.#bus = bus;
  }

  /** Runs `work` as the only writer. Where it throws, nothing has happened. */
  async write<T>(origin: Origin, work: (writer: Writer) => Promise<T>): Promise<T> {
    const { result, place } = await this.#db.transaction().execute(async (trx) => {
      const head = await trx.selectFrom('logHead').select(['epoch', 'sequence']).forUpdate().executeTakeFirstOrThrow();
      const start = Number(head.sequence);
      const turn = new Turn(trx, origin, isoNow(this.#clock), start);
      const done = await work(turn);
      if (turn.sequence === start) return { result: done, place: null };
      await this.#bus.tell(trx, { topic: 'changed', epoch: head.epoch, sequence: turn.sequence });
      return { result: done, place: { epoch: head.epoch, sequence: turn.sequence } satisfies Place };
    });
    if (place !== null) this.#head.movedTo(place);
    return result;
  }
}

class Turn implements Writer {
  readonly trx: Transaction<Schema>;
  readonly at: string;
  readonly #origin: Origin;
  #sequence: number;

  constructor(trx: Transaction<Schema>, origin: Origin, at: string, sequence: number) {
    this.trx = trx;
    this.#origin = origin;
    this.at = at;
    this.#sequence = sequence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  async create(entity: EntityName, row: NewRow): Promise<Row> {
    const written = await insertRow(this.trx, entity, { ...row, version: 1, updatedAt: this.at });
    await this.#append([{ entity, rowId: row.id, version: 1, fields: null, ...audited('created', entity, written) }]);
    if (entity === 'interaction') await linkCustomers(this, [row.id]);
    await this.#tell(entity, null, written);
    return written;
  }

  async update(entity: EntityName, current: Row, fields: Readonly<Record<string, unknown>>): Promise<Row> {
    const version = current.version + 1;
    const written = await replaceRow(this.trx, entity, { ...current, ...fields, version, updatedAt: this.at });
    await this.#append([{ entity, rowId: current.id, version, fields: Object.keys(fields), ...audited('changed', entity, written) }]);
    await followChange(this, entity, current, written);
    await this.#tell(entity, current, written);
    return written;
  }

  async putAll(entity: EntityName, rows: readonly NewRow[]): Promise<void> {
    const former = await readVersions(this.trx, entity, rows.map(({ id }) => id));
    const next = rows.map((row): Row => ({ ...row, version: (former.get(row.id) ?? 0) + 1, updatedAt: this.at }));
    await writeRows(this.trx, entity, next);
    await this.#append(next.map(({ id, version }) => ({ entity, rowId: id, version, fields: null })));
    if (entity === 'interaction') await linkCustomers(this, next.map(({ id }) => id));
  }

  async remove(entity: EntityName, rows: readonly Pick<Row, 'id' | 'version'>[]): Promise<void> {
    await deleteRows(this.trx, entity, rows.map(({ id }) => id));
    await this.#append(rows.map(({ id, version }) => ({ entity, rowId: id, version: version + 1, fields: null, action: 'removed' })));
  }

  async touch(entity: EntityName, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await sql<{ id: string; version: number }>`
      update ${sql.table(tableOf(entity).table)} set version = version + 1, updated_at = ${this.at}::timestamptz
      where id = any(${`{${ids.join()}}`}::uuid[]) returning id, version`.execute(this.trx);
    await this.#append(rows.map(({ id, version }) => ({ entity, rowId: id, version, fields: [] })));
  }

  /** What the centre's other systems want to know. */
  async #tell(entity: EntityName, former: Row | null, row: Row): Promise<void> {
    if (entity === 'interaction' && row['state'] === 'closed' && former?.['state'] !== 'closed') await emit(this.trx, 'interaction.closed', row, this.at);
  }

  /** The changes, the head and, of an operator's own write, the audit move in one statement. */
  async #append(changes: readonly LoggedChange[]): Promise<void> {
    if (changes.length === 0) return;
    const numbered = changes.map((change, index) => ({ ...change, sequence: this.#sequence + index + 1, auditId: newId() }));
    this.#sequence += changes.length;
    await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
          as c(sequence bigint, entity text, "rowId" uuid, version integer, fields jsonb, action text, "customerId" uuid, "auditId" uuid)
      ), head as (
        update log_head set sequence = ${this.#sequence}
      ), audited as (
        insert into audit_event (id, at, agent_id, device_id, action, entity, entity_id, customer_id, details)
        select c."auditId", ${this.at}::timestamptz, ${this.#origin.agentId}::uuid, ${this.#origin.deviceId}::uuid, c.action, c.entity, c."rowId", c."customerId",
          jsonb_build_object('fields', coalesce(c.fields, '"all"'))
        from given c where c.action is not null and ${this.#origin.agentId}::uuid is not null
      )
      insert into change (sequence, entity, row_id, version, fields, agent_id, device_id, at)
      select c.sequence, c.entity, c."rowId", c.version, c.fields, ${this.#origin.agentId}::uuid, ${this.#origin.deviceId}::uuid, ${this.at}::timestamptz
      from given c
    `.execute(this.trx);
  }
}

interface LoggedChange {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly version: number;
  readonly fields: readonly string[] | null;
  /** What the audit calls it; absent: nobody did it. */
  readonly action?: AuditAction;
  readonly customerId?: unknown;
}

/** What the audit says of it, and whose data it is. A correction is not a deed: it keeps what one changed. */
function audited(action: AuditAction, entity: EntityName, row: Row): Pick<LoggedChange, 'action' | 'customerId'> {
  return entity === 'correction' ? {} : { action, customerId: entity === 'customer' ? row.id : (row['customerId'] ?? null) };
}
