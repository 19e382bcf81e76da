import { describe, expect, it } from 'vitest';
import type { MutationResult } from '#shared/contract/sync.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Customer } from '#shared/domain/entities.ts';
import { recordingLogger } from '../../tests/integration/store/support/recording-logger.ts';
import { databaseAt, type RawDatabase } from '../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { enqueue } from '../store/queries/outbox.ts';
import { Applier } from './applier.ts';
import { applyAnswers } from './mutation-answers.ts';
import { readIncoming } from './incoming-row.ts';

const id = newId();

function customer(version: number, change: Partial<Customer> & Record<string, unknown> = {}): Customer {
  return {
    id,
    version,
    updatedAt: '2026-01-05T08:00:00.000Z',
    kind: 'person',
    customerNumber: null,
    salutation: 'none',
    givenName: `version ${version}`,
    familyName: 'Maes',
    organisationName: null,
    vatNumber: null,
    birthDate: null,
    language: 'nl',
    segment: 'new',
    archived: false,
    ...change,
  };
}

const written = (row: Customer) => ({ entity: 'customer', id: row.id, version: row.version, row });
const erased = (version: number) => ({ entity: 'customer', id, version, row: null });

function bench() {
  const handle = databaseAt();
  const { logger, lines } = recordingLogger();
  const clock = new ManualClock();
  const db = new Connection(handle, { clock, logger });
  const applier = new Applier(db, { clock, logger });
  return { handle, db, applier, lines, givenName: () => tables.customer.get(db, id)?.givenName };
}

function parkedRows(handle: RawDatabase): unknown[] {
  return handle.prepare('SELECT entity, id, reason FROM parked_row').all();
}

describe('changes that come in the wrong order, or twice', () => {
  it('an older copy never replaces a newer one', () => {
    const { applier, givenName } = bench();
    applier.applyChanges([written(customer(5)), written(customer(3)), written(customer(5, { givenName: 'a forgery' }))], 'a-1');
    expect(givenName()).toBe('version 5');
  });

  it('a duplicate changes nothing, and is told to nobody', () => {
    const { applier } = bench();
    expect(applier.applyChanges([written(customer(1))], 'a-1').customers).toEqual([id]);
    expect(applier.applyChanges([written(customer(1))], 'a-2').customers).toEqual([]);
  });

  it('an erased row does not come back as an older copy, only as a newer one', () => {
    const { applier, givenName } = bench();
    applier.applyChanges([written(customer(1)), erased(3), written(customer(2))], 'a-1');
    expect(givenName()).toBeUndefined();
    applier.applyChanges([written(customer(4))], 'a-2');
    expect(givenName()).toBe('version 4');
  });

  it('an erasure that was overtaken does nothing', () => {
    const { applier, givenName } = bench();
    applier.applyChanges([written(customer(4)), erased(3)], 'a-1');
    expect(givenName()).toBe('version 4');
  });

  it('a removed row with unsent work stays until that has its answer', () => {
    const { applier, db } = bench();
    const contact = { id: newId(), version: 1, updatedAt: '2026-01-05T08:00:00.000Z', customerId: id, kind: 'mobile', value: '+32470112200', preferred: true };
    applier.applyChanges([{ entity: 'contactPoint', id: contact.id, version: 1, row: contact }], 'a-1');
    db.write((tx) => enqueue(tx, { entity: 'contactPoint', entityId: contact.id, baseVersion: 1, patch: { value: '+32470112299' }, base: { value: contact.value }, at: '' }));
    applier.applyChanges([{ entity: 'contactPoint', id: contact.id, version: 2, row: null }], 'a-2');
    expect(tables.contactPoint.get(db, contact.id)?.value).toBe(contact.value);
    expect(db.one('SELECT version FROM tombstone WHERE id = ?', contact.id)).toEqual({ version: 2 });
  });

  it('an erased customer is forgotten with everything that hangs on them, unsent work too', () => {
    const { applier, db, handle } = bench();
    const child = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z', customerId: id };
    const contact = { ...child, id: newId(), kind: 'mobile', value: '+32470112200', preferred: true };
    const note = { ...child, id: newId(), text: 'geheim', pinned: true, at: child.updatedAt, agentId: null, interactionId: null };
    applier.applyChanges([written(customer(1)), ...[['contactPoint', contact], ['note', note]].map(([entity, row]) => ({ entity, id: (row as { id: string }).id, version: 1, row }))], 'a-1');
    applier.refreshWords();
    const call = newId();
    db.write((tx) => {
      tx.run(
        `INSERT INTO interaction (id, version, updated_at, channel, direction, state, customer_id, number, started_at, sentence, note, captured, interrupted)
         VALUES (?, 0, '', 'voice', 'inbound', 'closed', ?, '+32470112200', '2026-01-05T08:00:00.000Z', 'geheim', 'geheim', '{"a":"geheim"}', 0)`,
        call,
        id,
      );
      tx.run("INSERT INTO journal (interaction_id, field, value, saved_at) VALUES ('other', ?, 'geheim', '')", `customer.${id}.street`);
      enqueue(tx, { entity: 'customer', entityId: id, baseVersion: 1, patch: { givenName: 'geheim' }, base: { givenName: 'version 1' }, at: '' });
      enqueue(tx, { entity: 'note', entityId: newId(), baseVersion: null, patch: { ...note }, base: {}, at: '' });
      enqueue(tx, { entity: 'interaction', entityId: call, baseVersion: null, patch: { state: 'closed', customerId: id, number: '+32470112200', note: 'geheim' }, base: {}, at: '' });
    });
    // Made before it was known who was calling: it names nobody but the conversation.
    const carried = { scriptId: newId(), title: 'S', step: null, run: { scriptKey: 's', scriptVersion: 1, start: 'a', events: [] }, captured: { a: 'geheim' } };
    const handOver = { id: newId(), version: 1, updatedAt: child.updatedAt, interactionId: call, callId: newId(), agentId: null, customerId: null, queueId: null, number: '+32470112200', kind: 'blind', target: '203', note: 'geheim', at: child.updatedAt, identity: null, script: carried } as const;
    applier.applyChanges([{ entity: 'handOver', id: handOver.id, version: 1, row: handOver }], 'a-2');
    db.write((tx) => enqueue(tx, { entity: 'handOver', entityId: handOver.id, baseVersion: null, patch: { ...handOver }, base: {}, at: '' }));
    applier.applyChanges([erased(2)], 'a-2');
    const left = handle
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'customer_words%' AND name NOT LIKE 'sqlite_%' AND name <> 'tombstone'")
      .all()
      .map(({ name }) => JSON.stringify(handle.prepare(`SELECT * FROM "${name}"`).all()))
      .join();
    for (const trace of ['geheim', '470112200', id]) expect(left).not.toContain(trace);
    expect(handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'maes'").all()).toEqual([]);
    expect(handle.prepare('SELECT entity, patch, state FROM outbox').all()).toEqual([{ entity: 'interaction', patch: '{"state":"closed","customerId":null,"number":null,"note":""}', state: 'waiting' }]);
    applier.applyChanges([{ entity: 'contactPoint', id: contact.id, version: 1, row: contact }, written(customer(1))], 'a-3');
    expect([tables.contactPoint.get(db, contact.id), tables.customer.get(db, id)]).toEqual([undefined, undefined]);
  });
});

describe('changes that cannot be read', () => {
  const poison: readonly [string, unknown][] = [
    ['a field of another kind', written(customer(1, { archived: 'no' as never }))],
    ['a row without an id', { entity: 'customer', id: 'x', version: 1, row: {} }],
    ['an unknown entity', { entity: 'invoice', id, version: 1, row: { id } }],
    ['an entity that would be SQL', { entity: 'customer"; DROP TABLE customer; --', id, version: 1, row: { id } }],
    ['an entity of every object', { entity: 'constructor', id, version: 1, row: { id } }],
    ['an entity that is no text', { entity: { toString: null }, id, version: 1, row: { id } }],
    ['no object', 'garbage'],
    ['nothing', null],
  ];

  it.each(poison)('%s: kept aside, and the next one is applied', (_, change) => {
    const { applier, handle, lines, givenName } = bench();
    const next = customer(7);
    applier.applyChanges([change, written(next)], 'a-1');
    expect(givenName()).toBe('version 7');
    expect(applier.cursor).toBe('a-1');
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(handle.prepare('SELECT count(*) AS n FROM customer').get()).toEqual({ n: 1 });
  });

  it('fields of a newer schema are left out, and nothing else', () => {
    const { applier, db } = bench();
    applier.applyChanges([written(customer(1, { loyaltyPoints: 12, 'name"; --': 1 }))], 'a-1');
    expect(tables.customer.get(db, id)).toEqual(customer(1));
  });

  it('are read again after an update, and then taken in', () => {
    const { applier, handle, givenName } = bench();
    applier.applyChanges([written(customer(1, { archived: 'no' as never }))], 'a-1');
    expect(parkedRows(handle)).toEqual([{ entity: 'customer', id, reason: 'archived: invalid_type' }]);
    handle.prepare('UPDATE parked_row SET row = ?').run(JSON.stringify(customer(1)));
    expect(applier.retryParked().customers).toEqual([id]);
    expect(givenName()).toBe('version 1');
    expect(parkedRows(handle)).toEqual([]);
  });

  it('are forgotten when a version comes that can be read', () => {
    const { applier, handle } = bench();
    applier.applyChanges([written(customer(1, { archived: 'no' as never })), written(customer(2))], 'a-1');
    expect(parkedRows(handle)).toEqual([]);
  });
});

describe('a new snapshot', () => {
  it('removes what central no longer has; not unsent rows, not rows with unsent work, not what it could not read', () => {
    const { applier, db } = bench();
    const [gone, own, pending, unread] = [newId(), newId(), newId(), newId()];
    applier.applyChanges([gone, pending, unread].map((other) => written(customer(1, { id: other }))), 'a-1');
    db.write((tx) => {
      tables.customer.put(tx, customer(0, { id: own }));
      enqueue(tx, { entity: 'customer', entityId: pending, baseVersion: 1, patch: { givenName: 'mine' }, base: {}, at: '' });
    });
    const fill = applier.beginFill('a-9', null);
    applier.applyFill(fill, [readIncoming('customer', customer(1)), readIncoming('customer', { ...customer(2, { id: unread }), archived: 'no' })], null);
    applier.sweep(fill);
    applier.finishFill('a-9');
    expect(tables.customer.all(db).map((row) => row.id).sort()).toEqual([own, pending, unread, id].sort());
  });

  it('that was not finished leaves no cursor: it is taken again', () => {
    const { applier } = bench();
    applier.applyChanges([], 'a-1');
    applier.beginFill('a-2', null);
    expect(applier.cursor).toBeNull();
  });

  it('of another history replaces rows of higher versions', () => {
    const { applier, givenName } = bench();
    applier.applyChanges([written(customer(9))], 'a-1');
    const same = applier.beginFill('a-2', null);
    applier.applyFill(same, [readIncoming('customer', customer(2))], null);
    expect(givenName()).toBe('version 9');
    const other = applier.beginFill('b-1', null);
    applier.applyFill(other, [readIncoming('customer', customer(2))], null);
    expect(givenName()).toBe('version 2');
  });
});

describe('a row under unsent work', () => {
  it('takes what central changed and keeps what was typed, in the order in which it was typed', () => {
    const { applier, db } = bench();
    applier.applyChanges([written(customer(1))], 'a-1');
    db.write((tx) => {
      enqueue(tx, { entity: 'customer', entityId: id, baseVersion: 1, patch: { givenName: 'first' }, base: {}, at: '' });
      enqueue(tx, { entity: 'customer', entityId: id, baseVersion: 1, patch: { givenName: 'second' }, base: {}, at: '' });
    });
    applier.applyChanges([written(customer(2, { familyName: 'Claes' }))], 'a-2');
    expect(tables.customer.get(db, id)).toMatchObject({ version: 2, familyName: 'Claes', givenName: 'second' });
  });
});

describe('a row that the last snapshot did not have, with work on it', () => {
  const point = { id: newId(), version: 1, updatedAt: '2026-01-05T08:00:00.000Z', customerId: id, kind: 'mobile', value: '+32470112200', preferred: true };
  const waiting = () => {
    const { applier, db, handle } = bench();
    const present = () => tables.contactPoint.get(db, point.id)?.value;
    applier.applyChanges([written(customer(1)), { entity: 'contactPoint', id: point.id, version: 1, row: point }], 'a-1');
    db.write((tx) => enqueue(tx, { entity: 'contactPoint', entityId: point.id, baseVersion: 1, patch: { value: '+32470112299' }, base: { value: point.value }, at: '' }));
    const fill = (rows: readonly object[]) => {
      const begun = applier.beginFill('a-2', null);
      applier.applyFill(begun, [readIncoming('customer', customer(1)), ...rows.map((row) => readIncoming('contactPoint', row))], null);
      applier.indexFill(begun);
      applier.sweep(begun);
      applier.finishFill('a-2');
    };
    const answered = (result: object) => applyAnswers(db, [{ id: handle.prepare<[], { id: string }>('SELECT id FROM outbox').get()!.id, ...result } as MutationResult], { clock: new ManualClock(), logger: silentLogger });
    return { applier, present, fill, answered };
  };

  it('goes when central has taken the work', () => {
    const { present, fill, answered } = waiting();
    fill([]);
    expect(present()).toBe('+32470112200');
    answered({ status: 'applied', version: 2, row: { ...point, version: 2, value: '+32470112299' } });
    expect(present()).toBeUndefined();
  });

  it('stays when central sent it again meanwhile, by a change of the same version or by a snapshot', () => {
    for (const again of ['change', 'snapshot'] as const) {
      const { applier, present, fill, answered } = waiting();
      fill([]);
      if (again === 'change') applier.applyChanges([{ entity: 'contactPoint', id: point.id, version: 1, row: point }], 'a-3');
      else fill([point]);
      answered({ status: 'applied', version: 2, row: { ...point, version: 2, value: '+32470112299' } });
      expect(present()).toBe('+32470112299');
    }
  });
});
