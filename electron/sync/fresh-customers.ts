import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { FreshIndex, type PerWrite } from '../store/search/fresh-index.ts';
import type { BatchFacts } from './batch-facts.ts';
import type { IncomingRow } from './incoming-row.ts';

/** A device with more customers than this is not new: what it has is compared row by row. */
const mostKnown = 1_000;

/** Whose rows are here before they are: a repair or the operator's own return left them. */
const awaitedSql = `SELECT customer_id AS id FROM contact_point UNION SELECT customer_id FROM address`;
const waitingSql = `SELECT json_extract(patch, '$.customerId') AS id FROM outbox UNION SELECT customer_id FROM interaction WHERE customer_id IS NOT NULL`;

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

  /** For one transaction. */
  begin(db: WriteDb, facts: BatchFacts): FreshBatch {
    const waiting = db.all<{ id: string | null }>(`${waitingSql} LIMIT ? + 0`, mostKnown + 1);
    const busy = new Set(waiting.map(({ id }) => id));
    const isKnown = (id: string): boolean => this.#awaited.has(id) || busy.has(id) || facts.unsent.has(id);
    return new FreshBatch(db, this.index, { fill: this.#fill, facts, isKnown, idle: facts.hasTombstones || waiting.length > mostKnown });
  }
}

interface BatchOptions {
  readonly fill: number;
  readonly facts: BatchFacts;
  readonly isKnown: (id: string) => boolean;
  /** Takes nothing: too much is here that each row would have to be compared with. */
  readonly idle: boolean;
}

class FreshBatch {
  readonly #db: WriteDb;
  readonly #index: FreshIndex;
  readonly #options: BatchOptions;
  /** The last ones given; read anew where the ordinary way may have given more. */
  #seqs: Seqs | null = null;
  #paused = false;

  constructor(db: WriteDb, index: FreshIndex, options: BatchOptions) {
    this.#db = db;
    this.#index = index;
    this.#options = options;
  }

  /** @returns how many rows from `at` on were written: a customer with what follows them. None: they go the ordinary way. */
  take(rows: readonly IncomingRow[], at: number): number {
    const first = rows[at];
    if (this.#options.idle || first?.ok !== true || first.entity !== 'customer' || this.#options.isKnown(first.row.id)) return 0;
    const customer = first.row as Customer;
    this.#pause(true);
    const seqs = (this.#seqs ??= this.#lastSeqs());
    if (!this.#insert(seqs, 'customer', customer)) return 0;
    const contactPoints: ContactPoint[] = [];
    const addresses: Address[] = [];
    let next = at + 1;
    for (let row = rows[next]; row?.ok === true && 'customerId' in row.row && row.row.customerId === customer.id; row = rows[++next]) {
      if (row.entity === 'contactPoint' && this.#insert(seqs, 'contactPoint', row.row as ContactPoint)) contactPoints.push(row.row as ContactPoint);
      else if (row.entity === 'address' && this.#insert(seqs, 'address', row.row as Address)) addresses.push(row.row as Address);
      else break;
    }
    this.#index.add({ seq: seqs.customer, customer, contactPoints, addresses });
    return next - at;
  }

  /** From here on triggers mark again what changes. */
  resume(): void {
    this.#seqs = null;
    this.#pause(false);
  }

  /** Before the transaction ends. */
  finish(): void {
    this.#pause(false);
  }

  #lastSeqs(): Seqs {
    return { customer: lastSeq(this.#db, 'customer'), contactPoint: lastSeq(this.#db, 'contact_point'), address: lastSeq(this.#db, 'address') };
  }

  #insert<N extends keyof Seqs>(seqs: Seqs, entity: N, row: { customer: Customer; contactPoint: ContactPoint; address: Address }[N]): boolean {
    const { facts, fill } = this.#options;
    if (facts.unsent.has(row.id)) return false;
    const table = tables[entity] as { insertAt(db: WriteDb, seq: number, row: unknown, fill: number): boolean };
    if (!table.insertAt(this.#db, seqs[entity] + 1, row, fill)) return false;
    seqs[entity]++;
    if (facts.hasParkedRows) this.#db.run('DELETE FROM parked_row WHERE id = ? AND entity = ?', row.id, entity);
    return true;
  }

  /** Never beyond the transaction: only it writes the words of its customers itself. */
  #pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#db.run(paused ? 'INSERT INTO search_pause VALUES (1)' : 'DELETE FROM search_pause');
  }
}
