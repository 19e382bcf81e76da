import { describe, expect, it } from 'vitest';
import type { MutationResult } from '#shared/contract/sync.ts';
import type { Customer } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { applyAnswers } from '../../sync/mutation-answers.ts';
import { eraseRow } from '../../sync/row-writer.ts';
import { orderRow } from '../../../tests/fixtures/ordering.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { nextBatch, noteFailure } from '../queries/outbox-batch.ts';
import type { StoreContext } from '../services/context.ts';
import { changeCustomer, createCustomer } from '../services/customer-work.ts';
import { changeOrder } from '../services/order-work.ts';
import { discardWork, resolveConflict, retryWork } from './decide-work.ts';
import { unsentList } from './parked-work.ts';

const lotte = newId();
const id = newId();

function bench() {
  const handle = databaseAt();
  const clock = new ManualClock();
  const db = new Connection(handle, { clock, logger: silentLogger });
  const context: StoreContext = { db, clock, country: () => 'BE', agentId: () => lotte };
  const around = { clock, logger: silentLogger };
  const row: Customer = {
    ...{ id, version: 3, updatedAt: '2026-01-05T08:00:00.000Z', kind: 'person', customerNumber: 'BE-1', salutation: 'none', givenName: 'Pieter', familyName: 'Maes' },
    ...{ organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false },
  };
  db.write((tx) => {
    tables.customer.put(tx, row);
    tables.agent.put(tx, { id: lotte, version: 1, updatedAt: row.updatedAt, username: 'lotte', name: 'Lotte Janssens', extension: null, team: null, languages: ['nl'] });
  });
  const next = () => nextBatch(db, { limit: 100, except: new Set(), now: '2030-01-01T00:00:00.000Z' });
  /** Central's answer to the first mutation that waits. */
  function answered(answer: { status: 'conflict'; row: Customer } | { status: 'rejected' }): void {
    const mutationId = next()[0]!.mutation.id;
    const result: MutationResult = answer.status === 'conflict' ? { id: mutationId, status: 'conflict', version: answer.row.version, row: answer.row } : { id: mutationId, status: 'rejected', code: 'forbidden', reason: 'not yours' };
    applyAnswers(db, [result], around);
  }
  return { db, context, row, next, answered, customer: () => tables.customer.get(db, id), list: () => unsentList(db) };
}

/** Two fields changed here, both changed by a colleague. */
function conflicted() {
  const at = bench();
  changeCustomer(at.context, { id, change: { customer: { givenName: 'Piet', familyName: 'Maas' } } });
  at.answered({ status: 'conflict', row: { ...at.row, version: 5, givenName: 'Peter', familyName: 'Maets' } });
  return { ...at, work: () => at.list().work[0]! };
}

describe('a conflict', () => {
  it('shows mine, theirs and the base of every field in dispute, and whose file it is', () => {
    const { work } = conflicted();
    expect(work()).toMatchObject({ state: 'conflict', entity: 'customer', customer: { id, name: 'Peter Maets' }, creates: false });
    expect(work().fields).toEqual([
      { field: 'givenName', base: 'Pieter', mine: 'Piet', theirs: 'Peter' },
      { field: 'familyName', base: 'Maes', mine: 'Maas', theirs: 'Maets' },
    ]);
  });

  it('ends field by field: mine is sent on the version of now, theirs stays, and both losers are in the history', () => {
    const { context, row, work, next, customer, list } = conflicted();
    resolveConflict(context, work().id, { givenName: 'mine', familyName: 'theirs' });
    expect(customer()).toMatchObject({ givenName: 'Piet', familyName: 'Maets' });
    expect(next().map(({ mutation, base }) => [mutation.baseVersion, mutation.patch, base])).toEqual([[5, { givenName: 'Piet' }, { givenName: 'Peter', updatedAt: row.updatedAt }]]);
    expect(list().work).toEqual([]);
    expect(list().decided).toMatchObject([
      { field: 'familyName', value: 'Maas', kept: 'Maets', by: 'Lotte Janssens', decision: 'theirs' },
      { field: 'givenName', value: 'Peter', kept: 'Piet', by: null, decision: 'mine' },
    ]);
  });

  it('is not ended while a field has no choice', () => {
    const { context, work, list } = conflicted();
    expect(() => resolveConflict(context, work().id, { givenName: 'mine' })).toThrow(expect.objectContaining({ code: 'store.refused', details: { field: 'familyName', reason: 'required' } }) as Error);
    expect(list()).toMatchObject({ work: [{ state: 'conflict' }], decided: [] });
  });

  it('asks nothing about a field that says the same by now', () => {
    const { db, work, customer } = conflicted();
    db.write((tx) => tables.customer.put(tx, { ...customer()!, version: 6, givenName: 'Piet' }));
    expect(work().fields.map(({ field }) => field)).toEqual(['familyName']);
  });

  it('when given up leaves theirs, and what was typed in the history', () => {
    const { context, work, customer, list, next } = conflicted();
    expect(discardWork(context, work().id)).toBe(1);
    expect(customer()).toMatchObject({ givenName: 'Peter', familyName: 'Maets' });
    expect(next()).toEqual([]);
    expect(list().decided.map(({ value }) => value)).toEqual(['Maas', 'Piet']);
  });
});

describe('a refusal', () => {
  function refusedChange() {
    const at = bench();
    changeCustomer(at.context, { id, change: { customer: { givenName: 'Piet' } } });
    at.answered({ status: 'rejected' });
    return { ...at, work: () => at.list().work[0]! };
  }

  it('is sent again under a new id, because central remembers its answer to the former one', () => {
    const { context, work, next, list } = refusedChange();
    const former = work();
    expect(former).toMatchObject({ state: 'rejected', code: 'forbidden' });
    retryWork(context, former.id, {});
    expect(list().work).toEqual([]);
    expect(next()[0]?.mutation).toMatchObject({ patch: { givenName: 'Piet' }, baseVersion: 3 });
    expect(next()[0]?.mutation.id).not.toBe(former.id);
  });

  it('with another value, if that fits the field', () => {
    const { context, row, work, next, customer } = refusedChange();
    expect(() => retryWork(context, work().id, { givenName: 'x'.repeat(201) })).toThrow(expect.objectContaining({ code: 'store.refused' }) as Error);
    expect(() => retryWork(context, work().id, { __proto__: 'x', version: '9' })).toThrow(expect.objectContaining({ code: 'store.refused' }) as Error);
    retryWork(context, work().id, { givenName: 'Pierre' });
    expect(customer()?.givenName).toBe('Pierre');
    expect(next().map(({ mutation, base }) => [mutation.patch, base])).toEqual([[{ givenName: 'Pierre' }, { givenName: 'Pieter', updatedAt: row.updatedAt }]]);
  });

  it('when given up, takes the value back that was only here', () => {
    const { context, work, customer, list } = refusedChange();
    discardWork(context, work().id);
    expect(customer()?.givenName).toBe('Pieter');
    expect(list().decided).toMatchObject([{ field: 'givenName', value: 'Piet', kept: 'Pieter', decision: 'discarded' }]);
  });

  it.each(['at once', 'after another try'])('when given up %s, leaves the row as central has it, with when it was changed', (when) => {
    const { context, row, work, customer, answered } = refusedChange();
    if (when !== 'at once') {
      retryWork(context, work().id, {});
      answered({ status: 'rejected' });
    }
    expect(customer()).not.toEqual(row);
    discardWork(context, work().id);
    expect(customer()).toEqual(row);
  });

  it('of a cancelled order, when given up, takes back the step that was shown of it', () => {
    const { db, context, answered, list } = bench();
    const order = orderRow({ customerId: id, version: 2, history: [{ state: 'confirmed', at: '2026-01-05T08:00:00.000Z', by: lotte }] });
    db.write((tx) => tables.order.put(tx, order));
    changeOrder(context, { id: order.id, state: 'cancelled', reason: 'Bedacht' });
    answered({ status: 'rejected' });
    expect(tables.order.get(db, order.id)?.history).toHaveLength(2);
    discardWork(context, list().work[0]!.id);
    expect(tables.order.get(db, order.id)).toEqual(order);
  });

  it('of a new customer holds what belongs to them; given up, they go together, and nothing else', () => {
    const { context, db, answered, list, next } = bench();
    const file = createCustomer(context, { customer: { familyName: "O'Brien; DROP TABLE customer" }, contactPoints: [{ kind: 'email', value: 'a@b.be', preferred: true }], addresses: [] });
    answered({ status: 'rejected' });
    changeCustomer(context, { id, change: { customer: { givenName: 'Piet' } } });
    expect(list().work).toMatchObject([{ creates: true, dependants: 1, customer: { name: "O'Brien; DROP TABLE customer" } }]);
    expect(next().map(({ mutation }) => mutation.entityId)).toEqual([id]);
    expect(discardWork(context, list().work[0]!.id)).toBe(2);
    expect(tables.customer.get(db, file.customer.id)).toBeUndefined();
    expect(tables.contactPoint.listBy(db, 'customerId', file.customer.id)).toEqual([]);
    expect(next().map(({ mutation }) => mutation.entityId)).toEqual([id]);
    expect(list().decided.map(({ field, value }) => [field, value])).toContainEqual(['familyName', "O'Brien; DROP TABLE customer"]);
  });
});

describe('work on which central fails', () => {
  it('is tried at once when asked, under its own id: central may have taken it', () => {
    const { context, db, next, list } = bench();
    changeCustomer(context, { id, change: { customer: { givenName: 'Piet' } } });
    const { seq, mutation } = next()[0]!;
    for (let attempt = 0; attempt < 3; attempt++) db.write((tx) => noteFailure(tx, seq, () => '2030-01-01T00:05:00.000Z'));
    expect(list().work).toMatchObject([{ id: mutation.id, state: 'stuck', attempts: 3 }]);
    expect(next()).toEqual([]);
    retryWork(context, mutation.id, {});
    expect(next()[0]?.mutation).toEqual(mutation);
    expect(list().work).toEqual([]);
  });
});

it('work on a row that a colleague removed meanwhile is given up, and the row is gone with it', () => {
  const { db, context, answered, list } = bench();
  const point = { id: newId(), version: 1, updatedAt: '2026-01-05T08:00:00.000Z', customerId: id, kind: 'mobile' as const, value: '+32470112200', preferred: true };
  db.write((tx) => tables.contactPoint.put(tx, point));
  changeCustomer(context, { id, change: { contactPoints: [{ id: point.id, kind: 'mobile', value: '+32470112299', preferred: true }] } });
  db.write((tx) => eraseRow(tx, 'contactPoint', point.id, 2));
  answered({ status: 'rejected' });
  expect(tables.contactPoint.get(db, point.id)?.value).toBe('+32470112299');
  discardWork(context, list().work[0]!.id);
  expect(tables.contactPoint.get(db, point.id)).toBeUndefined();
  expect(list()).toMatchObject({ work: [], decided: [{ field: 'value', value: '+32470112299' }] });
});
