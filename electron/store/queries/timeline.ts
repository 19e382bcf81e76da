import { removedField, type Correction } from '#shared/domain/file-entities.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { TimelineEntry, TimelineKind } from '#shared/domain/timeline.ts';
import type { ReadDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';
import { waitingCorrections } from './outbox.ts';

/** A place in the timeline: the moment and, for what happened in the same moment, the row. */
interface Key {
  readonly at: string;
  readonly id: string;
}

interface Page {
  readonly entries: TimelineEntry[];
  readonly next: string | null;
}

interface Question {
  readonly customerId: string;
  readonly kinds: readonly TimelineKind[];
  readonly before: string | null;
  readonly limit: number;
}

type Source = (db: ReadDb, customerId: string, before: Key, limit: number) => TimelineEntry[];

type Dated = 'interaction' | 'note' | 'consent' | 'case' | 'promise' | 'reservation' | 'correction';

/** Reads one table's part of a page, by its index on customer and moment. @param only which of its rows. */
function source<N extends Dated>(table: EntityTable<N>, moment: string, draw: (row: ReturnType<EntityTable<N>['decode']>, db: ReadDb) => TimelineEntry, only = ''): Source {
  const statement = `SELECT ${table.columns} FROM ${table.name} WHERE customer_id = ? ${only} AND ${moment} <= ? AND (${moment} < ? OR id < ?) ORDER BY ${moment} DESC, id DESC LIMIT ? + 0`;
  return (db, customerId, { at, id }, limit) => db.all(statement, customerId, at, at, id, limit).map((raw) => draw(table.decode(raw), db));
}

function nameOf(db: ReadDb, agentId: string | null): string | null {
  return agentId === null ? null : (tables.agent.get(db, agentId)?.name ?? null);
}

const byState = `SELECT ${tables.order.columns} FROM sales_order WHERE customer_id = ? AND placed_at <= ? AND state <> 'draft'`;

/** The states that a customer's orders came into. A customer has few orders, and what happened to one is in its row. */
const orderStates: Source = (db, customerId, before, limit) =>
  db
    .all(byState, customerId, before.at)
    .map(tables.order.decode)
    .flatMap((order) => statesOf(order).map(({ by, ...step }): TimelineEntry => ({ ...step, kind: 'order', id: order.id, by: nameOf(db, by), order })))
    .filter(({ at, id }) => at < before.at || (at === before.at && id < before.id))
    .sort(newestFirst)
    .slice(0, limit);

/** @returns one line a moment: two states in one moment are one step, of which the last counts. */
function statesOf({ history, state, placedAt, agentId }: Order): Order['history'] {
  if (history.length === 0) return placedAt === null ? [] : [{ state, at: placedAt, by: agentId }];
  return [...new Map(history.map((entry) => [entry.at, entry])).values()];
}

/** Where each kind comes from. */
const sources: Readonly<Record<TimelineKind, Source>> = {
  call: source(tables.interaction, 'started_at', (interaction, db) => ({ kind: 'call', id: interaction.id, at: interaction.startedAt, by: nameOf(db, interaction.agentId), interaction }), "AND channel = 'voice'"),
  message: source(tables.interaction, 'started_at', (interaction, db) => ({ kind: 'message', id: interaction.id, at: interaction.startedAt, by: nameOf(db, interaction.agentId), interaction }), "AND channel <> 'voice'"),
  order: orderStates,
  reservation: source(tables.reservation, 'at', (reservation, db) => ({ kind: 'reservation', id: reservation.id, at: reservation.at, by: nameOf(db, reservation.agentId), reservation, slot: tables.capacitySlot.get(db, reservation.slotId) ?? null })),
  note: source(tables.note, 'at', (note, db) => ({ kind: 'note', id: note.id, at: note.at, by: nameOf(db, note.agentId), note })),
  consent: source(tables.consent, 'at', (consent, db) => ({ kind: 'consent', id: consent.id, at: consent.at, by: nameOf(db, consent.agentId), consent })),
  case: source(tables.case, 'opened_at', (row, db) => ({ kind: 'case', id: row.id, at: row.openedAt, by: nameOf(db, row.openedBy), case: row })),
  promise: source(tables.promise, 'made_at', (promise, db) => ({ kind: 'promise', id: promise.id, at: promise.madeAt, by: nameOf(db, promise.madeBy), promise })),
  correction: source(tables.correction, 'at', (correction, db) => ({ kind: 'correction', id: correction.id, at: correction.at, by: nameOf(db, correction.agentId), correction, isPending: false })),
};

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
}

const newest: Key = { at: '~', id: '~' };

/** One page of all that happened with a customer, most recent first. */
export function timelinePage(db: ReadDb, { customerId, kinds, before, limit }: Question, me: string | null): Page {
  const key = parseKey(before);
  // What this device changed and central has yet to confirm stands on top, with the first page.
  const pending = before === null && kinds.includes('correction') ? pendingCorrections(db, customerId, me) : [];
  const found = kinds.flatMap((kind) => sources[kind](db, customerId, key, limit + 1));
  found.sort(newestFirst);
  const entries = found.slice(0, limit);
  const last = found.length > limit ? entries.at(-1) : undefined;
  return { entries: [...pending, ...entries], next: last === undefined ? null : `${last.at} ${last.id}` };
}

function parseKey(text: string | null): Key {
  const [at, id] = text?.split(' ') ?? [];
  return at === undefined || id === undefined ? newest : { at, id };
}

/** What was changed of a customer's data here and waits in the outbox, the latest first. */
export function pendingCorrections(db: ReadDb, customerId: string, me: string | null): TimelineEntry[] {
  const own = new Set([customerId, ...tables.contactPoint.listBy(db, 'customerId', customerId).map(({ id }) => id), ...tables.address.listBy(db, 'customerId', customerId).map(({ id }) => id)]);
  const by = nameOf(db, me);
  return waitingCorrections(db)
    .filter(({ mutation, base }) => own.has(mutation.entityId) || base['customerId'] === customerId)
    .flatMap(({ mutation, base }) => {
      const common = { id: mutation.id, version: 0, updatedAt: mutation.at, customerId, entity: mutation.entity as Correction['entity'], rowId: mutation.entityId, at: mutation.at, agentId: me };
      const { customerId: _, ...former } = base;
      const changes = mutation.patch === null ? [[removedField, null] as const] : Object.entries(mutation.patch).filter(([field]) => field !== 'archived');
      return changes.map(([field, value]): TimelineEntry => ({
        kind: 'correction',
        id: mutation.id,
        at: mutation.at,
        by,
        isPending: true,
        correction: { ...common, field, former: (field === removedField ? former : (base[field] ?? null)) as Correction['former'], value: value as Correction['value'] },
      }));
    });
}

/** Every value that one field had, the latest first. */
export function correctionsOf(db: ReadDb, customerId: string, fields: readonly string[], me: string | null): TimelineEntry[] {
  const { correction } = tables;
  const rows = db.all(`SELECT ${correction.columns} FROM correction WHERE customer_id = ? ORDER BY at DESC`, customerId).map(correction.decode);
  const kept = rows.map((row): TimelineEntry => ({ kind: 'correction', id: row.id, at: row.at, by: nameOf(db, row.agentId), correction: row, isPending: false }));
  return [...pendingCorrections(db, customerId, me), ...kept].filter((entry) => entry.kind === 'correction' && fields.includes(`${entry.correction.entity}.${entry.correction.field}`));
}
