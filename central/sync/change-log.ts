import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { AuditAction } from '#shared/contract/audit.ts';
import { sql, type Transaction } from 'kysely';
import { audienceKey, both, type Audience } from '../access/audience.ts';
import { audienceOf } from '../access/visibility.ts';
import type { Bus } from '../database/bus.ts';
import { tableOf } from '../database/entity-tables.ts';
import { deleteRows, insertRow, readVersions, replaceRow, writeRows, type Row } from '../database/rows.ts';
import type { Database, Executor, Schema } from '../database/schema.ts';
import type { Place } from './cursor.ts';
import type { Head, News } from './head.ts';
import { changedOf } from '../ordering/told.ts';
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
  /** Counts rows as changed that did not change themselves: who may see them did. `audience` has those who did, or do now. */
  touch(entity: EntityName, ids: readonly string[], audience: Audience): Promise<void>;
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
    const { result, news } = await this.#db.transaction().execute(async (trx) => {
      const head = await trx.selectFrom('logHead').select(['epoch', 'sequence']).forUpdate().executeTakeFirstOrThrow();
      const start = Number(head.sequence);
      const turn = new Turn(trx, origin, isoNow(this.#clock), start);
      const done = await work(turn);
      const audience = await turn.finish();
      if (turn.sequence === start) return { result: done, news: null };
      const told: News = { epoch: head.epoch, sequence: turn.sequence, audience };
      await this.#bus.tell(trx, { topic: 'changed', ...told });
      return { result: done, news: told };
    });
    if (news !== null) this.#head.movedTo(news);
    return result;
  }
}

/** So many changes are written at once: an import does not pile up in memory. */
const pileOf = 1_000;
/** A longer list of those who are concerned is not worth passing on: then it is everybody. */
const longestAudience = 60;

class Turn implements Writer {
  readonly trx: Transaction<Schema>;
  readonly at: string;
  readonly #origin: Origin;
  #sequence: number;
  /** Changes that are not in the log yet. Who has a customer is known when all is written. */
  #pile: LoggedChange[] = [];
  #everybody = false;
  readonly #concerned = new Set<string>();

  constructor(trx: Transaction<Schema>, origin: Origin, at: string, sequence: number) {
    this.trx = trx;
    this.#origin = origin;
    this.at = at;
    this.#sequence = sequence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Writes what is left. @returns whom it concerns. */
  async finish(): Promise<readonly string[] | null> {
    await this.#flush();
    return this.#everybody || this.#concerned.size > longestAudience ? null : [...this.#concerned];
  }

  async create(entity: EntityName, row: NewRow): Promise<Row> {
    const written = await insertRow(this.trx, entity, { ...row, version: 1, updatedAt: this.at });
    await this.#append([{ entity, rowId: row.id, version: 1, fields: null, audience: audienceOf(entity, written), ...audited('created', entity, written) }]);
    if (entity === 'interaction') await linkCustomers(this, [row.id]);
    await this.#tell(entity, null, written);
    return written;
  }

  async update(entity: EntityName, current: Row, fields: Readonly<Record<string, unknown>>): Promise<Row> {
    const version = current.version + 1;
    const written = await replaceRow(this.trx, entity, { ...current, ...fields, version, updatedAt: this.at });
    await this.#append([{ entity, rowId: current.id, version, fields: Object.keys(fields), audience: both(audienceOf(entity, current), audienceOf(entity, written)), ...audited('changed', entity, written) }]);
    await followChange(this, entity, current, written);
    await this.#tell(entity, current, written);
    return written;
  }

  async putAll(entity: EntityName, rows: readonly NewRow[]): Promise<void> {
    const former = await readVersions(this.trx, entity, rows.map(({ id }) => id));
    const next = rows.map((row): Row => ({ ...row, version: (former.get(row.id) ?? 0) + 1, updatedAt: this.at }));
    await writeRows(this.trx, entity, next);
    await this.#append(next.map(({ id, version }) => ({ entity, rowId: id, version, fields: null, audience: null })));
    if (entity === 'interaction') await linkCustomers(this, next.map(({ id }) => id));
  }

  async remove(entity: EntityName, rows: readonly Pick<Row, 'id' | 'version'>[]): Promise<void> {
    await deleteRows(this.trx, entity, rows.map(({ id }) => id));
    await this.#append(rows.map(({ id, version }) => ({ entity, rowId: id, version: version + 1, fields: null, audience: null, action: 'removed' })));
  }

  async touch(entity: EntityName, ids: readonly string[], audience: Audience): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await sql<{ id: string; version: number }>`
      update ${sql.table(tableOf(entity).table)} set version = version + 1, updated_at = ${this.at}::timestamptz
      where id = any(${`{${ids.join()}}`}::uuid[]) returning id, version`.execute(this.trx);
    await this.#append(rows.map(({ id, version }) => ({ entity, rowId: id, version, fields: [], audience })));
  }

  /** What the centre's other systems want to know. */
  async #tell(entity: EntityName, former: Row | null, row: Row): Promise<void> {
    if (entity === 'interaction' && row['state'] === 'closed' && former?.['state'] !== 'closed') await emit(this.trx, 'interaction.closed', row, this.at);
    if (entity !== 'order') return;
    if (former === null) await emit(this.trx, 'order.placed', row, this.at);
    else {
      const changed = changedOf(former, row);
      if (changed.length > 0) await emit(this.trx, 'order.changed', row, this.at, { changed });
    }
  }

  async #append(changes: readonly LoggedChange[]): Promise<void> {
    for (const change of changes) this.#pile.push(change);
    if (this.#pile.length >= pileOf) await this.#flush();
  }

  /** The changes, the head and, of an operator's own write, the audit move in one statement. Who writes is always concerned. */
  async #flush(): Promise<void> {
    if (this.#pile.length === 0) return;
    const { agentId, deviceId } = this.#origin;
    const author = agentId === null ? [] : [audienceKey.agent(agentId)];
    const numbered = this.#pile.map(({ audience, ...change }, index) => {
      const concerned = audience === null ? { keys: null } : { ...audience, keys: [...audience.keys, ...author] };
      return { ...change, ...concerned, sequence: this.#sequence + index + 1, auditId: newId() };
    });
    this.#sequence += numbered.length;
    this.#pile = [];
    const { rows } = await sql<{ everybody: boolean; keys: string[] | null }>`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
          as c(sequence bigint, entity text, "rowId" uuid, version integer, fields jsonb, action text, "customerId" uuid, "auditId" uuid, keys text[], customers uuid[], interactions uuid[])
      ), head as (
        update log_head set sequence = ${this.#sequence}
      ), audited as (
        insert into audit_event (id, at, agent_id, device_id, action, entity, entity_id, customer_id, details)
        select c."auditId", ${this.at}::timestamptz, ${agentId}::uuid, ${deviceId}::uuid, c.action, c.entity, c."rowId", c."customerId",
          jsonb_build_object('fields', coalesce(c.fields, '"all"'))
        from given c where c.action is not null and ${agentId}::uuid is not null
      ), logged as (
        insert into change (sequence, entity, row_id, version, fields, agent_id, device_id, at, audience)
        select c.sequence, c.entity, c."rowId", c.version, c.fields, ${agentId}::uuid, ${deviceId}::uuid, ${this.at}::timestamptz,
          case when c.keys is not null then array(
            select unnest(c.keys)
            union select ${audienceKey.queue('')}::text || l.queue_id from customer_queue l where l.customer_id = any(c.customers)
            union select coalesce(${audienceKey.queue('')}::text || i.queue_id, ${audienceKey.unqueued}) from interaction i where i.id = any(c.interactions)
            union select ${audienceKey.agent('')}::text || i.agent_id from interaction i where i.id = any(c.interactions) and i.agent_id is not null
          ) end
        from given c
        returning audience
      )
      select bool_or(audience is null) as everybody, array_agg(distinct key) filter (where key is not null) as keys from logged left join unnest(audience) key on true
    `.execute(this.trx);
    this.#everybody ||= rows[0]?.everybody ?? true;
    for (const key of rows[0]?.keys ?? []) this.#concerned.add(key);
  }
}

interface LoggedChange {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly version: number;
  readonly fields: readonly string[] | null;
  readonly audience: Audience;
  /** What the audit calls it; absent: nobody did it. */
  readonly action?: AuditAction;
  readonly customerId?: unknown;
}

/** What the audit says of it, and whose data it is. A correction is not a deed: it keeps what one changed. */
function audited(action: AuditAction, entity: EntityName, row: Row): Pick<LoggedChange, 'action' | 'customerId'> {
  return entity === 'correction' ? {} : { action, customerId: entity === 'customer' ? row.id : (row['customerId'] ?? null) };
}
