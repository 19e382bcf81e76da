import { isoNow } from '#shared/domain/clock.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Customer, EntityRow } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { WriteDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';
import { registerNewcomer } from '../identity/gate-work.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { customerFile } from '../queries/customers.ts';
import { forgetDraft } from '../queries/journal.ts';
import { refreshWords } from '../search/word-index.ts';
import { found, refused, type StoreContext } from './context.ts';
import { checkedAddress, checkedContactPoint, checkedVat, requireName } from './customer-rules.ts';
import { storable } from './storable.ts';
import { defined, putChanged, putNew, removeRow } from './write-rows.ts';

type CreateInput = ParsedInput<StoreContract, 'customer.create'>;
type ChangeInput = ParsedInput<StoreContract, 'customer.change'>;
type ContactPointPart = CreateInput['contactPoints'][number] & { readonly id?: string | undefined };
type AddressPart = CreateInput['addresses'][number] & { readonly id?: string | undefined };

/** One write in progress: where, whose, and when. */
interface Work {
  readonly db: WriteDb;
  readonly at: string;
  readonly country: string;
  readonly customerId: string;
}

/** Stale words are few after one change: all of them in one go. */
const allWords = 1000;

const emptyCustomer: Omit<Customer, 'id' | 'version' | 'updatedAt'> = {
  kind: 'person',
  customerNumber: null,
  salutation: 'none',
  givenName: '',
  familyName: '',
  organisationName: null,
  vatNumber: null,
  birthDate: null,
  language: 'nl',
  segment: 'new',
  archived: false,
};

export function getCustomer(context: StoreContext, id: string): CustomerFile {
  return found(customerFile(context.db, survivorOf(context.db, id), isoNow(context.clock)), 'customer');
}

/** @throws {BalieError} `store.refused` naming the field that is wrong. */
export function createCustomer(context: StoreContext, { typed, ...asked }: CreateInput): CustomerFile {
  const input = storable(asked);
  const id = newId();
  context.db.write((db) => {
    const work: Work = { db, at: isoNow(context.clock), country: context.country(), customerId: id };
    const customer: Customer = { ...emptyCustomer, ...defined(input.customer), id, version: 0, updatedAt: work.at };
    const checked = { ...customer, vatNumber: checkedVat(customer.vatNumber) };
    requireName(checked);
    putNew(work, tables.customer, checked);
    for (const [index, part] of input.contactPoints.entries()) putContactPoint(work, part, `contactPoints.${index}`);
    for (const [index, part] of input.addresses.entries()) putAddress(work, part, `addresses.${index}`);
    if (typed !== undefined) forgetDraft(db, typed.interactionId, typed.fields);
    registerNewcomer(context, db, id);
    refreshWords(db, allWords);
  });
  return getCustomer(context, id);
}

/**
 * Changes a customer: each part that really differs becomes a mutation on the version it was made on.
 * @throws {BalieError} `store.refused` naming the field that is wrong; then nothing was changed.
 */
export function changeCustomer(context: StoreContext, { id: asked, change: wished, typed }: ChangeInput): CustomerFile {
  const change = storable(wished);
  const id = survivorOf(context.db, asked);
  context.db.write((db) => {
    const work: Work = { db, at: isoNow(context.clock), country: context.country(), customerId: id };
    const former = found(tables.customer.get(db, id), 'customer');
    if (change.customer !== undefined) {
      const next = { ...former, ...defined(change.customer) };
      const checked = change.customer.vatNumber === undefined ? next : { ...next, vatNumber: checkedVat(next.vatNumber) };
      requireName(checked);
      putChanged(work, tables.customer, former, checked);
    }
    for (const [index, part] of (change.contactPoints ?? []).entries()) putContactPoint(work, part, `contactPoints.${index}`);
    for (const [index, part] of (change.addresses ?? []).entries()) putAddress(work, part, `addresses.${index}`);
    for (const removed of change.removed?.contactPoints ?? []) removePart(work, tables.contactPoint, removed);
    for (const removed of change.removed?.addresses ?? []) removePart(work, tables.address, removed);
    if (typed !== undefined) forgetDraft(db, typed.interactionId, typed.fields);
    refreshWords(db, allWords);
  });
  return getCustomer(context, id);
}

/** Asked twice (the answer was lost), or removed by a colleague meanwhile: it is gone, as was wished. */
function removePart<N extends 'contactPoint' | 'address'>(work: Work, table: EntityTable<N>, id: string): void {
  const former = table.get(work.db, id);
  if (former === undefined) return;
  if (former.customerId !== work.customerId) throw refused('removed', 'not-found');
  removeRow(work, table, former);
}

function putContactPoint(work: Work, part: ContactPointPart, field: string): void {
  const former = part.id === undefined ? undefined : tables.contactPoint.get(work.db, part.id);
  const { id: _, ...values } = part;
  // What is not touched is not judged: an old number from the centre must not block another change.
  const untouched = former?.kind === values.kind && former.value === values.value;
  putPart(work, tables.contactPoint, part.id, untouched ? values : checkedContactPoint(values, field, work.country), field);
}

function putAddress(work: Work, part: AddressPart, field: string): void {
  const { id, ...values } = part;
  putPart(work, tables.address, id, checkedAddress(values, field), field);
}

function putPart<N extends 'contactPoint' | 'address'>(work: Work, table: EntityTable<N>, id: string | undefined, values: object, field: string): void {
  const { db, at, customerId } = work;
  if (id === undefined) {
    const row = { ...values, id: newId(), version: 0, updatedAt: at, customerId } as EntityRow<N>;
    putNew<N>(work, table, row);
    return;
  }
  const former = table.get(db, id);
  if (former?.customerId !== customerId) throw refused(`${field}.id`, 'not-found');
  putChanged(work, table, former, { ...former, ...values });
}
