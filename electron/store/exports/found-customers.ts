import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { maskHit } from '#shared/domain/identity/mask.ts';
import { Access } from '../identity/access.ts';
import { customersBySeq, toHit } from '../queries/customers.ts';
import { withLastContact } from '../queries/last-contact.ts';
import { findEveryone } from '../search/find-everyone.ts';
import type { StoreContext } from '../services/context.ts';
import { pageSize, type RowPage } from './row-page.ts';

/** A file with more of them is a copy of the database: whoever finds more searches more precisely. */
const mostCustomers = 100_000;

interface Found {
  readonly id: string;
  readonly seqs: readonly number[];
}

/** Runs what reads the database; see `Store.guard`. */
type Guard = <T>(action: () => T) => T;

/**
 * All customers whom a search finds, on their way to a file. Who they are is settled before the first line, so that a conversation
 * meanwhile moves nobody past the page that is read; what is seen of each is judged when their line is read. One file at a time.
 */
export class FoundCustomers {
  readonly #most: number;
  #found: Found | null = null;

  /** @param most customers that one file holds */
  constructor(most = mostCustomers) {
    this.#most = most;
  }

  /**
   * @param after where the page before said that it goes on; null begins.
   * @throws {BalieError} `office.too-many` where there are more than one file holds; `store.not-ready` where the store began anew in between.
   */
  async page(context: StoreContext, text: string, after: string | null, guard: Guard): Promise<RowPage> {
    if (after === null) this.#found = { id: newId(), seqs: await everyone(context, { text, most: this.#most }, guard) };
    const [id, from] = after === null ? [this.#found?.id, 0] : [after.split(':')[0], Number(after.split(':')[1])];
    if (this.#found?.id !== id || this.#found === null) throw new BalieError('store.not-ready', 'what was found is not known any more');
    const { seqs } = this.#found;
    const rows = guard(() => rowsOf(context, text, seqs.slice(from, from + pageSize)));
    const next = from + pageSize < seqs.length ? `${id}:${from + pageSize}` : null;
    if (next === null) this.#found = null;
    return { rows, next };
  }
}

/** A short query, then whoever types or is called: theirs comes first. */
async function everyone(context: StoreContext, { text, most }: { readonly text: string; readonly most: number }, guard: Guard): Promise<number[]> {
  const finds = findEveryone(context.db, text, context.country(), most + 1);
  const seqs = new Set<number>();
  for (let step = guard(() => finds.next()); step.done !== true; step = guard(() => finds.next())) {
    for (const seq of step.value) seqs.add(seq);
    if (seqs.size > most) throw new BalieError('office.too-many', `more than ${most} customers were found`, { details: { most } });
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
  return [...seqs];
}

function rowsOf(context: StoreContext, text: string, seqs: readonly number[]): RowPage['rows'] {
  const access = new Access(context.db, context.agentId());
  const hits = customersBySeq(context.db, seqs).map((row) => toHit(row, 'name'));
  const shown = withLastContact(context.db, hits).map((hit) => maskHit(hit, access.masked(hit.id), text));
  return shown.map((hit) => [hit.customerNumber, hit.name, hit.street, hit.town, hit.lastContactAt ?? null]);
}
