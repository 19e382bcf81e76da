import { expect } from 'vitest';
import { mutationSchema } from '#shared/contract/sync.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { withDatabase } from '../../store/support/raw-database.ts';
import { everyRowAt, type Desk, type Site } from './sync-bench.ts';

/** What is asked in passing, or is a device's own: refused, it is nobody's work. */
const passing: ReadonlySet<string> = new Set(['stockHold', 'numberRange']);
/** What is left of somebody who was erased, on purpose: that it was done, by ids, and so that nobody brings them back. */
const kept = { device: ['tombstone'], central: ['audit_event', 'change', 'personal_data_log'] };
/** What no device is told: the table in which central has it. */
const untold: Readonly<Record<string, string>> = { conversationQuality: 'conversation_quality' };
const references = ['customerId', 'survivorId', 'mergedId'] as const;

/** Keeps account of a random play: what left a device must be at central in the end, and what an erasure takes must be nowhere. */
export class Account {
  /** From which request on the history is today's. */
  #from = 0;
  readonly #given = new Set<string>();
  readonly #erasedRows = new Set<string>();
  #erased: { readonly id: string; readonly words: string }[] = [];
  /** Conversations with whoever was erased: they stay, without the person. */
  readonly #anonymous = new Set<string>();

  /** Erases somebody, and sees what goes with it. Whoever is told that the file has become another one meanwhile finds both there, and erases that one. */
  async erasing(site: Site, desk: Desk, id: string): Promise<void> {
    const before = await everyRowAt(site);
    const survivorId = await desk.workspace.call('customer.erase', { id, reason: 'verzoek 1' }).then(() => null, mergedInto);
    if (survivorId !== null) {
      expect((await everyRowAt(site)).map(({ row }) => row.id)).toEqual(expect.arrayContaining([id, survivorId]));
      return await this.erasing(site, desk, survivorId);
    }
    const after = await everyRowAt(site);
    const left = new Map(after.map(({ row }) => [row.id, row]));
    const gone = new Set(before.flatMap(({ row }) => (left.has(row.id) ? [] : [row.id])));
    for (const id of gone) this.#erasedRows.add(id);
    for (const { entity, row } of before) {
      if (entity === 'customer' && gone.has(row.id)) this.#erased.push({ id: row.id, words: 'familyName' in row ? row.familyName : '' });
      // A merge that was on its way may have made it somebody else's, who was not erased, before the erasure.
      const whose = ({ id }: { readonly id: string }): string | null => (left.get(id) as { readonly customerId?: string | null } | undefined)?.customerId ?? null;
      if (entity === 'interaction' && 'customerId' in row && gone.has(row.customerId ?? '') && !left.has(whose(row) ?? '')) this.#anonymous.add(row.id);
    }
  }

  /** Central is what it was before: what it had taken since is gone, and so is what it knew of erasures. */
  restored({ proxy }: Site): void {
    this.#from = proxy.requests.length;
    this.#erasedRows.clear();
    this.#anonymous.clear();
    this.#erased = [];
  }

  /** Takes the last merge into a file back. On its way yet, and refused by central, it is nothing any more. */
  async undoing({ workspace }: Desk, id: string): Promise<void> {
    const [merge] = (await workspace.call('customer.get', { id })).merges;
    if (merge === undefined) return;
    await workspace.call('customer.undoMerge', { id: merge.id });
    this.#given.add(merge.id);
  }

  /** Runs what gives work up: what leaves the outbox by it need not arrive. */
  async givingUp({ path }: Desk, action: () => Promise<unknown>): Promise<void> {
    const ids = (): string[] => withDatabase(path, (handle) => handle.prepare('SELECT entity_id FROM outbox').pluck().all() as string[]);
    const before = ids();
    await action();
    const after = new Set(ids());
    for (const id of before) if (!after.has(id)) this.#given.add(id);
  }

  /** What was made and left a device is at central, once; but for what somebody removed or gave up, and what was erased. */
  async expectNothingLost(site: Site): Promise<void> {
    const sent = site.proxy.requests.slice(this.#from).flatMap(({ method, path, body }) => (method === 'POST' && path === '/v1/mutations' ? mutationSchema.array().parse((JSON.parse(body) as { mutations: unknown }).mutations) : []));
    const removed = new Set(sent.flatMap(({ entityId, patch }) => (patch === null ? [entityId] : [])));
    const erased = new Set(this.#erased.map(({ id }) => id));
    const there = new Set((await everyRowAt(site)).map(({ row }) => row.id));
    const lost = sent.filter(({ entity, entityId, baseVersion, patch }) => {
      if (baseVersion !== null || passing.has(entity) || there.has(entityId)) return false;
      const isOfErased = references.some((field) => erased.has(String(patch?.[field])));
      return !isOfErased && !removed.has(entityId) && !this.#given.has(entityId) && !this.#erasedRows.has(entityId);
    });
    const missing: string[] = [];
    for (const { entity, entityId } of lost) {
      const tables = untold[entity] === undefined ? [] : await site.tablesWith(entityId);
      if (tables?.includes(untold[entity] ?? '') === false) missing.push(`${entity} ${entityId}`);
    }
    expect(missing).toEqual([]);
  }

  /** Whoever was erased: no row, nothing unsent or set aside, no history, no search finds them; neither on a device nor at central. */
  async expectErased(site: Site, desks: readonly Desk[]): Promise<void> {
    const interactions = (await everyRowAt(site)).flatMap(({ entity, row }) => (entity === 'interaction' && this.#anonymous.has(row.id) ? [row] : []));
    for (const row of interactions) expect(row).toMatchObject({ customerId: null, number: null, note: '', sentence: '', captured: {} });
    for (const { id, words } of this.#erased) {
      const tables = await site.tablesWith(id);
      if (tables !== null) expect(tables.filter((table) => !kept.central.includes(table)), `central knows ${id}`).toEqual([]);
      for (const { path, workspace } of desks) {
        expect(tablesOf(path, id).filter((table) => !kept.device.includes(table)), `a device knows ${id}`).toEqual([]);
        expect((await workspace.call('customer.search', { text: words, limit: 60 })).filter((hit) => hit.id === id)).toEqual([]);
      }
    }
  }
}

/** @returns the file that central says this one has become. @throws what else was refused. */
function mergedInto(thrown: unknown): string {
  if (thrown instanceof BalieError && thrown.code === 'customer.merged') return String(thrown.details['survivorId']);
  throw thrown;
}

/** Tables of a device in which any column of any row has these words. */
function tablesOf(path: string, words: string): string[] {
  return withDatabase(path, (handle) => {
    const tables = handle.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").pluck().all() as string[];
    return tables.filter((name) => (handle.prepare(`SELECT * FROM "${name}"`).all() as object[]).some((row) => JSON.stringify(row).includes(words)));
  });
}
