import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { FreshIndex, type FreshCustomer, type PerWrite } from '../store/search/fresh-index.ts';
import type { BatchFacts } from './batch-facts.ts';
import type { IncomingRow } from './incoming-row.ts';

/** A device with more customers than this is not new: what it has is compared row by row. */
const mostKnown = 1_000;

/** Whose rows are here before they are: a repair or the operator's own return left them. */
const awaitedSql = `SELECT customer_id AS id FROM contact_point UNION SELECT customer_id FROM address`;
const waitingSql = `SELECT json_extract(patch, '$.customerId') AS id FROM outbox UNION SELECT customer_id FROM interaction WHERE customer_id IS NOT NULL`;

/** Numbers that were here before their customer, of customers from a `seq` on; the trigger does not see those who come in bulk. */
const leadNumbersSql = `
  UPDATE phone SET customer = (SELECT c.seq FROM contact_point AS k CROSS JOIN customer AS c ON c.id = k.customer_id WHERE k.seq = phone.contact)
  WHERE customer IS NULL AND contact IN (SELECT k.seq FROM customer AS c CROSS JOIN contact_point AS k ON k.customer_id = c.id WHERE c.seq >= ?)`;

type Seqs = { customer: number; contactPoint: number; address: number };

/** @returns the customers of whom something is here already; null: this is no new device. */
export function awaitedCustomers(db: ReadDb): string[] | null {
  const isLarge = ['customer', 'contact_point', 'address'].some((table) => db.all(`SELECT 1 FROM ${table} LIMIT ? + 0`, mostKnown + 1).length > mostKnown);
  return isLarge ? null : db.all<{ id: string }>(awaitedSql).map(({ id }) => id);
}

/** @returns the last `seq` of rows of customers that are here. */
export function lastOfCustomers(db: ReadDb): number {
  return Math.max(...['customer', 'contact_point', 'address'].map((table) => lastSeq(db, table)));
}

function lastSeq(db: ReadDb, table: string): number {
  return db.one<{ seq: number | null }>(`SELECT max(seq) AS seq FROM ${table}`)?.seq ?? 0;
}

/**
 * The customers of a first fill. Where a customer is new, with nothing of theirs here yet, the rows are written as they come and what
 * they are found by in bulk after them; anything else is left to the ordinary way, which compares, merges and marks.
 */
export class FreshCustomers {
  readonly #fill: number;
  readonly #awaited: ReadonlySet<string>;
  readonly index: FreshIndex;

  /** @param awaited as {@link awaitedCustomers} answered when the fill began. */
  constructor(fill: number, awaited: readonly string[], perWrite?: PerWrite) {
    this.index = new FreshIndex(perWrite);
    this.#fill = fill;
    this.#awaited = new Set(awaited);
  }

  /**
   * For one transaction.
   * @param singly row by row: what is here already is found when it is met. Otherwise many in a statement, see {@link KnownRow}.
   */
  begin(db: WriteDb, facts: BatchFacts, singly: boolean): FreshBatch {
    const waiting = db.all<{ id: string | null }>(`${waitingSql} LIMIT ? + 0`, mostKnown + 1);
    const busy = new Set(waiting.map(({ id }) => id));
    const isKnown = (id: string): boolean => this.#awaited.has(id) || busy.has(id) || facts.unsent.has(id);
    return new FreshBatch(db, this.index, { fill: this.#fill, facts, isKnown, singly, idle: facts.hasTombstones || waiting.length > mostKnown });
  }
}

/** A row that was thought to be new is here already: the transaction is undone and done again row by row. */
export class KnownRow extends Error {
  override readonly name = 'KnownRow';
}

interface BatchOptions {
  readonly fill: number;
  readonly facts: BatchFacts;
  readonly isKnown: (id: string) => boolean;
  readonly singly: boolean;
  /** Takes nothing: too much is here that each row would have to be compared with. */
  readonly idle: boolean;
}

type RowOf = { customer: Customer; contactPoint: ContactPoint; address: Address };
type FreshEntity = keyof RowOf;

class FreshBatch {
  readonly #db: WriteDb;
  readonly #index: FreshIndex;
  readonly #options: BatchOptions;
  /** The last ones given; read anew where the ordinary way may have given more. */
  #seqs: Seqs | null = null;
  /** The first customer of the transaction. */
  #first: number | null = null;
  /** Gathered, with their `seq`s given, and not written yet. */
  #rows: { readonly [N in FreshEntity]: RowOf[N][] } = { customer: [], contactPoint: [], address: [] };
  #customers: FreshCustomer[] = [];

  constructor(db: WriteDb, index: FreshIndex, options: BatchOptions) {
    this.#db = db;
    this.#index = index;
    this.#options = options;
  }

  /** @returns how many rows from `at` on were taken: a customer with what follows them. None: they go the ordinary way. */
  take(rows: readonly IncomingRow[], at: number): number {
    const first = rows[at];
    if (this.#options.idle || first?.ok !== true || first.entity !== 'customer' || this.#options.isKnown(first.row.id)) return 0;
    const customer = first.row as Customer;
    const seqs = (this.#seqs ??= this.#lastSeqs());
    this.#first ??= seqs.customer + 1;
    if (!this.#insert(seqs, 'customer', customer)) return 0;
    const contactPoints: ContactPoint[] = [];
    const addresses: Address[] = [];
    let next = at + 1;
    for (let row = rows[next]; row?.ok === true && 'customerId' in row.row && row.row.customerId === customer.id; row = rows[++next]) {
      if (row.entity === 'contactPoint' && this.#insert(seqs, 'contactPoint', row.row as ContactPoint)) contactPoints.push(row.row as ContactPoint);
      else if (row.entity === 'address' && this.#insert(seqs, 'address', row.row as Address)) addresses.push(row.row as Address);
      else break;
    }
    this.#customers.push({ seq: seqs.customer, customer, contactPoints, addresses });
    return next - at;
  }

  /** A row goes the ordinary way: it finds what came before it. @throws {KnownRow} */
  resume(): void {
    this.#write();
    this.#seqs = null;
  }

  /** Before the transaction ends. @throws {KnownRow} */
  finish(): void {
    this.#write();
    for (const customer of this.#customers) this.#index.add(customer);
  }

  #lastSeqs(): Seqs {
    return { customer: lastSeq(this.#db, 'customer'), contactPoint: lastSeq(this.#db, 'contact_point'), address: lastSeq(this.#db, 'address') };
  }

  #insert<N extends FreshEntity>(seqs: Seqs, entity: N, row: RowOf[N]): boolean {
    const { facts, fill, singly } = this.#options;
    if (facts.unsent.has(row.id)) return false;
    if (!singly) (this.#rows[entity] as RowOf[N][]).push(row);
    else if (!tableOf(entity).insertAt(this.#db, seqs[entity] + 1, row, fill)) return false;
    seqs[entity]++;
    if (facts.hasParkedRows) this.#db.run('DELETE FROM parked_row WHERE id = ? AND entity = ?', row.id, entity);
    return true;
  }

  /** What was gathered, each entity by itself: their order among each other says nothing. */
  #write(): void {
    const gathered = this.#rows;
    this.#rows = { customer: [], contactPoint: [], address: [] };
    for (const entity of ['customer', 'contactPoint', 'address'] as const) {
      const rows = gathered[entity];
      const last = this.#seqs?.[entity] ?? 0;
      if (rows.length > 0 && !tableOf(entity).insertFrom(this.#db, last - rows.length + 1, rows, this.#options.fill)) throw new KnownRow();
    }
    if (this.#first !== null && this.#db.one('SELECT 1 FROM phone WHERE customer IS NULL AND contact > 0 LIMIT 1') !== undefined) this.#db.run(leadNumbersSql, this.#first);
  }
}

/** What the tables of these entities can do; that a row is one of its own entity is seen where it is gathered. */
interface FreshTable {
  insertAt(db: WriteDb, seq: number, row: unknown, fill: number): boolean;
  insertFrom(db: WriteDb, first: number, rows: readonly unknown[], fill: number): boolean;
}

function tableOf(entity: FreshEntity): FreshTable {
  return tables[entity];
}
