import { describe, expect, it } from 'vitest';
import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { passingDatabase } from '../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../store/database/connection.ts';
import { nextBatch } from '../store/queries/outbox-batch.ts';
import type { StoreContext } from '../store/services/context.ts';
import { addNote, changeNote } from '../store/services/file-work.ts';
import { discardWork } from '../store/unsent/decide-work.ts';
import { unsentList } from '../store/unsent/parked-work.ts';
import { Applier } from './applier.ts';
import { readIncoming } from './incoming-row.ts';
import { applyAnswers } from './mutation-answers.ts';

const updatedAt = '2026-01-05T08:00:00.000Z';
const customer = (familyName: string, version = 1): EntityRow<'customer'> => ({
  ...{ id: newId(), version, updatedAt, kind: 'person', customerNumber: null, salutation: 'none', givenName: 'Pieter', familyName },
  ...{ organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false },
});

/** A device with two customers. */
function device() {
  const around = { clock: new ManualClock(), logger: silentLogger };
  const db = new Connection(passingDatabase(), around);
  const applier = new Applier(db, around);
  const context: StoreContext = { ...around, db, country: () => 'BE', agentId: () => null };
  const [maes, other] = [customer('Maes'), customer('Peeters')];
  const bring = (entity: EntityName, row: EntityRow<EntityName>): void => void applier.applyChanges([{ entity, id: row.id, version: row.version, row }], 'a-1');
  for (const row of [maes, other]) bring('customer', row);
  return {
    ...{ db, context, maes, other, bring },
    gone: (entity: EntityName, id: string, version: number) => void applier.applyChanges([{ entity, id, version, row: null }], 'a-2'),
    refuse: () => {
      const waiting = nextBatch(db, { limit: 10, except: new Set(), now: updatedAt });
      applyAnswers(db, waiting.map(({ mutation }) => ({ id: mutation.id, status: 'rejected', code: 'invalid', reason: 'no' })), around);
    },
    giveUp: () => discardWork(context, unsentList(db).work[0]!.id),
    /** A whole snapshot comes in, of these customers. */
    snapshot: (...people: readonly EntityRow<'customer'>[]) => {
      const fill = applier.beginFill('b-9', null);
      applier.applyFill(fill, people.map((row) => readIncoming('customer', row)), null);
      applier.indexFill(fill);
      applier.sweep(fill);
      applier.finishFill('b-9');
    },
    write: (text: string, customerId = maes.id) => addNote(context, { customerId, text, pinned: false, interactionId: null }),
    decided: () => unsentList(db).decided.map(({ field, value, customer: whose }) => [field, value, whose?.name]),
    kept: () => JSON.stringify(db.all('SELECT * FROM superseded_value')),
  };
}

describe('what was given up', () => {
  it('is in the history with whose it was, also where its row never came to be; which rows it named is nothing that anybody wrote', () => {
    const { write, refuse, giveUp, decided } = device();
    write('belt liever na zes uur');
    refuse();
    giveUp();
    expect(decided()).toContainEqual(['text', 'belt liever na zes uur', 'Pieter Maes']);
    expect(decided().filter(([field]) => /Ids?$/.test(String(field)))).toEqual([]);
  });

  it('is erased with the person, whose row may be gone before; of others it stays', () => {
    const { maes, other, bring, context, gone, write, refuse, giveUp, kept } = device();
    write('nooit geworden');
    write('van iemand anders', other.id);
    const note: EntityRow<'note'> = { id: newId(), version: 3, updatedAt, customerId: maes.id, text: 'van toen', pinned: false, at: updatedAt, agentId: null, interactionId: null };
    bring('note', note);
    changeNote(context, { id: note.id, text: 'anders' });
    refuse();
    for (let left = 3; left > 0; left--) giveUp();
    gone('note', note.id, 4);
    expect(kept()).toMatch(/nooit geworden.*van iemand anders.*anders/);
    gone('customer', maes.id, 2);
    expect(kept()).not.toMatch(new RegExp(`nooit geworden|"anders|${maes.id}`));
    expect(kept()).toContain('van iemand anders');
  });

  it('goes with whoever a snapshot no longer has', () => {
    const { other, write, refuse, giveUp, snapshot, kept, maes } = device();
    write('nooit geworden');
    refuse();
    giveUp();
    expect(kept()).toContain(maes.id);
    snapshot(other);
    expect(kept()).toBe('[]');
  });

  it('is not kept of somebody whom a snapshot no longer had by then', () => {
    const { other, write, refuse, giveUp, snapshot, kept } = device();
    write('nooit geworden');
    refuse();
    snapshot(other);
    giveUp();
    expect(kept()).toBe('[]');
  });
});
