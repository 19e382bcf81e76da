import { describe, expect, it } from 'vitest';
import type { WritableEntity } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { writeState } from './device-state.ts';
import { enqueue, outboxCounts, park, stuckAfter } from './outbox.ts';
import { nextBatch, noteFailure } from './outbox-batch.ts';

const now = '2026-01-05T08:00:00.000Z';

function bench() {
  const handle = databaseAt();
  const db = new Connection(handle, { clock: new ManualClock(), logger: silentLogger });
  let seq = 0;
  /** Puts a mutation in the outbox. @returns its number. */
  function put(entity: WritableEntity, entityId: string, patch: object, creates = false): number {
    db.write((tx) => enqueue(tx, { entity, entityId, baseVersion: creates ? null : 1, patch: patch as Record<string, unknown>, base: {}, at: now }));
    return ++seq;
  }
  const next = (options: { limit?: number; except?: readonly number[]; now?: string } = {}): number[] =>
    nextBatch(db, { limit: options.limit ?? 100, except: new Set(options.except ?? []), now: options.now ?? now }).map((entry) => entry.seq);
  return { db, put, next, reject: (number: number) => db.write((tx) => park(tx, number, 'rejected', { code: 'forbidden', reason: '' })) };
}

describe('the next batch of the outbox', () => {
  it('is in the order in which it was written, and ends before a second mutation of a row', () => {
    const { put, next } = bench();
    const [a, b] = [newId(), newId()];
    expect([put('customer', a, {}), put('customer', b, {}), put('customer', a, {}), put('customer', newId(), {})]).toEqual([1, 2, 3, 4]);
    expect(next()).toEqual([1, 2]);
  });

  it('holds what names a row whose creation was refused, however deep, and nothing else', () => {
    const { put, next, reject } = bench();
    const [customer, address, interaction, other] = [newId(), newId(), newId(), newId()];
    reject(put('customer', customer, {}, true));
    put('address', address, { customerId: customer }, true);
    put('address', address, { street: 'Kouter' });
    put('interaction', interaction, { customerId: customer }, true);
    put('callLeg', newId(), { interactionId: interaction }, true);
    const free = put('customer', other, {}, true);
    expect(next()).toEqual([free]);
  });

  it('goes on after a change was refused: only a creation is missed by others', () => {
    const { put, next, reject } = bench();
    const customer = newId();
    reject(put('customer', customer, { givenName: 'Jan' }));
    const later = put('customer', customer, { familyName: 'Maes' });
    expect(next()).toEqual([later]);
  });

  it('holds the later mutations of a row whose former one was tried in vain', () => {
    const { put, next } = bench();
    const [a, b] = [newId(), newId()];
    put('customer', a, {});
    put('customer', a, {});
    const free = put('customer', b, {});
    expect(next({ except: [1] })).toEqual([free]);
  });

  it('reads past hundreds that are held', () => {
    const { put, next, reject, db } = bench();
    const customer = newId();
    reject(put('customer', customer, {}, true));
    db.write((tx) => {
      for (let leg = 0; leg < 450; leg++) enqueue(tx, { entity: 'address', entityId: newId(), baseVersion: null, patch: { customerId: customer }, base: {}, at: now });
      enqueue(tx, { entity: 'customer', entityId: newId(), baseVersion: null, patch: {}, base: {}, at: now });
    });
    expect(next()).toEqual([452]);
  });

  it('leaves a mutation on which central fails alone for a while; not for hours when the clock is set back', () => {
    const { put, next, db } = bench();
    const stuck = put('customer', newId(), {});
    db.write((tx) => noteFailure(tx, stuck, () => '2026-01-05T08:05:00.000Z'));
    expect(next()).toEqual([]);
    expect(next({ now: '2026-01-05T08:05:00.000Z' })).toEqual([stuck]);
    expect(next({ now: '2026-01-05T03:00:00.000Z' })).toEqual([stuck]);
  });

  it("leaves another operator's work, and what is built on it, for them", () => {
    const { put, next, db } = bench();
    const customer = newId();
    const signIn = (agent: string): void => db.write((tx) => writeState(tx, 'agent-id', agent));
    signIn('lotte');
    const hers = put('customer', customer, {}, true);
    signIn('an');
    put('address', newId(), { customerId: customer }, true);
    const own = put('customer', newId(), {}, true);
    expect(next()).toEqual([own]);
    signIn('lotte');
    expect(next()).toEqual([hers]);
  });
});

describe('the counts of the outbox', () => {
  it('tell what goes by itself from what needs somebody', () => {
    const { put, reject, db } = bench();
    reject(put('customer', newId(), {}));
    const failing = put('customer', newId(), {});
    put('customer', newId(), {});
    for (let attempt = 1; attempt < stuckAfter; attempt++) db.write((tx) => noteFailure(tx, failing, () => null));
    expect(outboxCounts(db)).toEqual({ pending: 2, parked: 1 });
    db.write((tx) => noteFailure(tx, failing, () => null));
    expect(outboxCounts(db)).toEqual({ pending: 1, parked: 2 });
  });

  it('does not count what the device keeps for itself, until it is stuck', () => {
    const { db, put } = bench();
    put('customer', newId(), {});
    const id = newId();
    db.write((tx) => tables.numberRange.put(tx, { id, version: 0, updatedAt: now, agentId: null, at: now, first: 0, last: 0 }));
    const asked = put('numberRange', id, {}, true);
    expect(outboxCounts(db)).toEqual({ pending: 1, parked: 0 });
    for (let attempt = 0; attempt < stuckAfter; attempt++) db.write((tx) => noteFailure(tx, asked, () => null));
    expect(outboxCounts(db)).toEqual({ pending: 1, parked: 1 });
  });
});
