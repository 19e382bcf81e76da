import type { Language } from '#shared/domain/entities.ts';
import type { Case, CustomerPromise } from '#shared/domain/file-entities.ts';
import { maskDueWork } from '#shared/domain/identity/mask.ts';
import { maskText } from '#shared/domain/mask-text.ts';
import type { Cell } from '#shared/domain/office.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import type { Access } from '../identity/access.ts';
import { productsFrom, stockOf } from '../queries/catalogue.ts';
import { dueWork, type Whose } from '../queries/due-work.ts';
import { casesBefore, promisesBefore, reservationsBefore } from '../queries/ledgers.ts';
import { pageOf, pageSize, type RowPage } from './row-page.ts';
import { nameOf, whoIs } from './who-is.ts';

/** More work with a deadline than any centre has open. */
const mostDue = 100_000;

/** What can be sold, with what there is of it. */
export function productPage(db: ReadDb, text: string, after: string | null, language: Language): RowPage {
  const { shown, next } = pageOf(productsFrom(db, text, after === null ? 0 : Number(after), pageSize + 1), pageSize);
  const rows = shown.map(({ product: { id, sku, name, category, priceCents, vatRate } }): Cell[] => {
    const stock = stockOf(db, id);
    return [sku, name[language] ?? name.nl, category[language] ?? category.nl, priceCents / 100, vatRate / 100, stock === null ? null : stock.onHand - stock.allocated - stock.held, stock?.onHand ?? null, stock?.countedAt ?? null];
  });
  return { rows, next };
}

/** What is to do, by deadline. */
export function duePage(db: ReadDb, access: Access, { agentId, whose }: { readonly agentId: string | null; readonly whose: Whose }): RowPage {
  const work = dueWork(db, agentId, mostDue, whose).map((one) => maskDueWork(one, access.masked(one.customerId)));
  return { rows: work.map((one) => [one.dueAt, `kind.${one.kind}`, one.caseNumber, one.customerName, one.text, `priority.${one.priority}`, one.ownerName]), next: null };
}

/** Reservations of whoever may be seen, those that this device came to know last first; of the others not even that there are any. */
export function reservationPage(db: ReadDb, access: Access, after: string | null, language: Language): RowPage {
  const { shown, next } = pageOf(reservationsBefore(db, after === null ? null : Number(after), pageSize + 1), pageSize);
  const rows = shown.flatMap(({ row }): Cell[][] => {
    if (access.masked(row.customerId).has('orders')) return [];
    const slot = tables.capacitySlot.get(db, row.slotId);
    const title = slot === undefined ? null : (slot.title[language] ?? slot.title.nl);
    return [[row.at, row.number, `order.${row.state}`, ...whoIs(db, access, row.customerId), title, slot?.day ?? null, slot?.from ?? null, row.seats, row.note, nameOf(db, row.agentId)]];
  });
  return { rows, next };
}

/** Cases, then promises, those that this device came to know last first. Where words may not be seen, that there is one may. */
export function casePage(db: ReadDb, access: Access, after: string | null): RowPage {
  const [ledger = 'case', from] = after?.split(':') ?? [];
  const before = from === undefined ? null : Number(from);
  if (ledger === 'case') {
    const { shown, next } = pageOf(casesBefore(db, before, pageSize + 1), pageSize);
    return { rows: shown.map(({ row }) => caseRow(db, access, row)), next: next === null ? 'promise' : `case:${next}` };
  }
  const { shown, next } = pageOf(promisesBefore(db, before, pageSize + 1), pageSize);
  return { rows: shown.map(({ row }) => promiseRow(db, access, row)), next: next === null ? null : `promise:${next}` };
}

function caseRow(db: ReadDb, access: Access, row: Case): Cell[] {
  const said = wordsOf(access, row.customerId);
  return [row.openedAt, `case.${row.kind}`, row.caseNumber, `case.${row.state}`, ...whoIs(db, access, row.customerId), said(row.subject), `priority.${row.priority}`, row.dueAt, row.closedAt, said(row.result), nameOf(db, row.ownerId)];
}

function promiseRow(db: ReadDb, access: Access, row: CustomerPromise): Cell[] {
  const said = wordsOf(access, row.customerId);
  return [row.madeAt, 'kind.promise', null, `promise.${row.state}`, ...whoIs(db, access, row.customerId), said(row.text), `priority.${row.priority}`, row.dueAt, row.doneAt, null, nameOf(db, row.ownerId)];
}

function wordsOf(access: Access, customerId: string): (text: string) => string {
  const isHidden = access.masked(customerId).has('text');
  return (text) => (isHidden && text !== '' ? maskText : text);
}
