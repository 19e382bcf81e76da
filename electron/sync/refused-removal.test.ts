import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { ContactPoint } from '#shared/domain/entities.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { passingDatabase } from '../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { nextBatch } from '../store/queries/outbox-batch.ts';
import type { StoreContext } from '../store/services/context.ts';
import { changeCustomer } from '../store/services/customer-work.ts';
import { discardWork } from '../store/unsent/decide-work.ts';
import { unsentList } from '../store/unsent/parked-work.ts';
import { Applier } from './applier.ts';
import { readIncoming } from './incoming-row.ts';
import { applyAnswers } from './mutation-answers.ts';

const updatedAt = '2026-01-05T08:00:00.000Z';
const customerId = newId();
const customer = {
  ...{ id: customerId, version: 1, updatedAt, kind: 'person', customerNumber: 'BE-1', salutation: 'none', givenName: 'Pieter', familyName: 'Maes' },
  ...{ organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false },
} as const;
const point = (version: number, value: string): ContactPoint => ({ id: pointId, version, updatedAt, customerId, kind: 'mobile', value, preferred: true });
const pointId = newId();

/** A device on which a number was removed. */
function removedHere() {
  const db = new Connection(passingDatabase(), { clock: new ManualClock(), logger: silentLogger });
  const around = { clock: new ManualClock(), logger: silentLogger };
  const applier = new Applier(db, around);
  const context: StoreContext = { ...around, db, country: () => 'BE', agentId: () => null };
  const change = (entity: string, row: { readonly id: string; readonly version: number }) => ({ entity, id: row.id, version: row.version, row });
  applier.applyChanges([change('customer', customer), change('contactPoint', point(2, '+32470112200'))], 'a-1');
  const remove = () => changeCustomer(context, { id: customerId, change: { removed: { contactPoints: [pointId], addresses: [] } } });
  remove();
  return {
    remove,
    applier,
    change,
    /** Central's answer. */
    refuse: () => {
      const waiting = nextBatch(db, { limit: 10, except: new Set(), now: updatedAt });
      applyAnswers(db, waiting.map(({ mutation }) => ({ id: mutation.id, status: 'rejected', code: 'forbidden', reason: 'not yours' })), around);
    },
    /** A whole snapshot comes in. @param during between its rows and its end. */
    snapshot: (points: readonly ContactPoint[], during: () => void = () => undefined) => {
      const fill = applier.beginFill('b-9', null);
      applier.applyFill(fill, [readIncoming('customer', customer), ...points.map((row) => readIncoming('contactPoint', row))], null);
      during();
      applier.indexFill(fill);
      applier.sweep(fill);
      applier.finishFill('b-9');
    },
    giveUp: () => discardWork(context, unsentList(db).work[0]!.id),
    now: () => tables.contactPoint.get(db, pointId),
    marks: () => db.all('SELECT entity FROM tombstone WHERE id = ?', pointId),
  };
}

describe('a removal that central refuses, when it is given up', () => {
  it('brings the row back as it was', () => {
    const { refuse, giveUp, now } = removedHere();
    refuse();
    expect(now()).toBeUndefined();
    giveUp();
    expect(now()).toEqual(point(2, '+32470112200'));
  });

  it.each(['before', 'after'] as const)('brings nothing back that a snapshot no longer had which came %s the answer', (when) => {
    const { refuse, snapshot, giveUp, now, marks } = removedHere();
    if (when === 'after') refuse();
    snapshot([]);
    if (when === 'before') refuse();
    giveUp();
    expect(now()).toBeUndefined();
    expect(marks()).toEqual([]);
  });

  it('brings the row back as central had it in a snapshot that came meanwhile', () => {
    const { refuse, snapshot, giveUp, now } = removedHere();
    snapshot([point(4, '+32470112244')]);
    expect(now()).toBeUndefined();
    refuse();
    giveUp();
    expect(now()).toMatchObject({ version: 4, value: '+32470112244' });
  });

  it('brings the row back as central changed it meanwhile, not as an older copy that came late', () => {
    const { applier, change, refuse, giveUp, now } = removedHere();
    applier.applyChanges([change('contactPoint', point(4, '+32470112244')), change('contactPoint', point(3, '+32470112233'))], 'a-2');
    refuse();
    giveUp();
    expect(now()).toMatchObject({ version: 4, value: '+32470112244' });
  });

  it('brings the row back that a snapshot did not have and a change has again', () => {
    const { applier, change, refuse, snapshot, giveUp, now } = removedHere();
    snapshot([]);
    applier.applyChanges([change('contactPoint', point(5, '+32470112255'))], 'b-10');
    refuse();
    giveUp();
    expect(now()).toMatchObject({ version: 5, value: '+32470112255' });
  });

  it('brings the row back that was removed while the snapshot came in that had it', () => {
    const { refuse, snapshot, giveUp, remove, now } = removedHere();
    refuse();
    giveUp();
    snapshot([point(4, '+32470112244')], remove);
    refuse();
    giveUp();
    expect(now()).toMatchObject({ version: 4, value: '+32470112244' });
  });
});
