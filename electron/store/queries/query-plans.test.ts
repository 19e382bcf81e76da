import { describe, expect, it } from 'vitest';
import { timelineKinds } from '#shared/domain/timeline.ts';
import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import type { Customer, Interaction } from '#shared/domain/entities.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { unplannedScans } from '../../../tests/integration/store/support/planned-scans.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection, type ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { archivedCallers, withArchived } from '../search/archived.ts';
import { callersByNumber } from '../search/callers.ts';
import { cluesOf } from '../search/find-duplicates.ts';
import { findEveryone } from '../search/find-everyone.ts';
import { searchCustomers } from '../search/search-customers.ts';
import { recordsOf, stepsOfCases, survivorOf } from './customer-records.ts';
import { customerFile, customersBySeq } from './customers.ts';
import { dueWork } from './due-work.ts';
import { handOverTo } from './hand-overs.ts';
import { listHistory } from './history.ts';
import { legByCall, legsOf, openLegs, unfinishedInteractions } from './interactions.ts';
import { productsFrom, searchProducts, slotsFrom } from './catalogue.ts';
import { readDraft } from './journal.ts';
import { articlesOrdered, draftOf, hasPlacedIn, holdsOf, liveHoldsOf, ordersOf, ordersPlaced, reservationsOf, searchOrders } from './orders.ts';
import { withLastContact } from './last-contact.ts';
import { correctionsOf, timelinePage } from './timeline.ts';
import { entryById, hasUnsent, waitingFor } from './outbox.ts';
import { aftermathOf, answeredCalls, hasQuality, qualitiesOf, tallyOf } from './quality.ts';
import { casesBefore, promisesBefore, reservationsBefore } from './ledgers.ts';
import { nextBatch } from './outbox-batch.ts';

/** Runs a query on an empty database of today. @returns the statements that it ran, and those that read more than they should */
function planned(query: (db: ReadDb) => unknown): { readonly statements: readonly string[]; readonly unplanned: readonly string[] } {
  const handle = databaseAt();
  const connection = new Connection(handle, { clock: systemClock, logger: silentLogger });
  const statements: string[] = [];
  query({
    one: (sql, ...params) => (statements.push(sql), connection.one(sql, ...params)),
    all: (sql, ...params) => (statements.push(sql), connection.all(sql, ...params)),
  });
  return { statements, unplanned: unplannedScans(handle, statements) };
}

const id = '01890000-0000-7000-8000-000000000000';

const ringingInteraction: Interaction = {
  id,
  version: 0,
  updatedAt: '2026-01-05T08:00:00.000Z',
  channel: 'voice',
  direction: 'inbound',
  state: 'open',
  agentId: id,
  queueId: null,
  customerId: null,
  number: '+32470112200',
  startedAt: '2026-01-05T08:00:00.000Z',
  answeredAt: null,
  endedAt: null,
  closedAt: null,
  outcomeId: null,
  sentence: '',
  note: '',
  scriptRun: null,
  captured: {},
  interrupted: false,
};

const duplicateOf: Customer = {
  id,
  version: 1,
  updatedAt: '2026-01-05T08:00:00.000Z',
  kind: 'person',
  customerNumber: null,
  salutation: 'none',
  givenName: 'Jan',
  familyName: 'Maes',
  organisationName: null,
  vatNumber: 'BE0123456749',
  birthDate: '1970-01-01',
  language: 'nl',
  segment: 'new',
  archived: false,
};

const judged: ConversationQuality = {
  ...{ id, version: 1, updatedAt: ringingInteraction.startedAt, interactionId: id, agentId: id, queueId: null, direction: 'inbound', purpose: null, startedAt: ringingInteraction.startedAt, endedAt: ringingInteraction.startedAt },
  ...{ pickUpMs: null, talkMs: 0, holdMs: 0, holds: 0, wrapUpMs: null, silenceMs: null, silences: null, overlapMs: null, overlaps: null, script: null, adherencePercent: null, completenessPercent: 0, readBackAt: null },
};

describe('query plans', () => {
  it.each<[string, (db: ReadDb) => unknown]>([
    ["a customer's file", (db) => (tables.customer.get(db, id), tables.contactPoint.listBy(db, 'customerId', id), customerFile(db, id, '2026-01-05T08:00:00.000Z'))],
    ['the timeline', (db) => timelinePage(db, { customerId: id, kinds: timelineKinds, before: '2026-01-05T08:00:00.000Z ~', limit: 40 }, id)],
    ['the first page of the timeline', (db) => timelinePage(db, { customerId: id, kinds: timelineKinds, before: null, limit: 40 }, id)],
    ["a field's corrections", (db) => correctionsOf(db, id, ['customer.familyName'], id)],
    ['what the file holds', (db) => [recordsOf(db, id, ''), survivorOf(db, id)]],
    ['what is due', (db) => dueWork(db, id, 50)],
    ['what is due of everybody', (db) => dueWork(db, id, 50, 'all')],
    ['the steps of cases', (db) => stepsOfCases(db, [{ id }])],
    ['what was asked and answered', (db) => [tables.question.listBy(db, 'interactionId', id), tables.offerAnswer.listBy(db, 'customerId', id)]],
    ['what was ordered', (db) => [articlesOrdered(db, id), hasPlacedIn(db, id, id)]],
    ['duplicates', (db) => cluesOf(db, duplicateOf, { kind: 'person', name: 'jan maes', vatNumber: null, birthDate: null, phones: new Set(['+32470112200']), emails: new Set(['jan@example.be']), addresses: new Set() })],
    ['the last contact with customers', (db) => withLastContact(db, [{ id, customerNumber: null, name: '', street: '', town: '', matched: 'name' }])],
    ['customers by place', (db) => customersBySeq(db, [1, 2])],
    ['an archived caller of a call', (db) => archivedCallers(db, '+32470112200', 'BE')],
    ['an archived customer by number', (db) => withArchived(db, 'BE-204115', [])],
    ['the caller of a call', (db) => callersByNumber(db, '+32470112200', 'BE')],
    ['search by words', (db) => searchCustomers(db, 'jan maes gent', 'BE', 20)],
    ['search by e-mail', (db) => searchCustomers(db, 'jan@example.be', 'BE', 20)],
    ['search by words and numbers mixed', (db) => [searchCustomers(db, 'peeters 0470 11 22', 'BE', 20), ...findEveryone(db, 'BE-204500 peeters', 'BE', 20)]],
    ['search by parts of an e-mail address', (db) => [searchCustomers(db, 'gent jan@example.be', 'BE', 20), ...findEveryone(db, 'jan.desmet', 'BE', 20)]],
    ['search by customer number', (db) => searchCustomers(db, 'BE-2045', 'BE', 20)],
    ['all whom a number finds', (db) => [...findEveryone(db, '0470 11', 'BE', 10)]],
    ['search by digits', (db) => searchCustomers(db, '0470 11', 'BE', 20)],
    ['the interaction of a call', (db) => legByCall(db, id)],
    ['the legs of an interaction', (db) => legsOf(db, id)],
    ['unfinished interactions', (db) => unfinishedInteractions(db)],
    ['legs without an end', (db) => openLegs(db)],
    ['the call history', (db) => listHistory(db, { text: '', kind: 'all', before: null, limit: 50 }, { agentId: id, country: 'BE' })],
    ['a later page of missed calls', (db) => listHistory(db, { text: '', kind: 'missed', before: '2026-01-01T00:00:00.000Z 7', limit: 50 }, { agentId: id, country: 'BE' })],
    ['the call history by number', (db) => listHistory(db, { text: '0470 11', kind: 'inbound', before: null, limit: 50 }, { agentId: id, country: 'BE' })],
    ['the call history by name', (db) => listHistory(db, { text: 'maes', kind: 'outbound', before: null, limit: 50 }, { agentId: null, country: 'BE' })],
    ["a colleague's note", (db) => handOverTo(db, ringingInteraction, id)],
    ['a draft', (db) => readDraft(db, id)],
    ['products by words', (db) => searchProducts(db, 'loire proef', 20)],
    ['delivery windows', (db) => slotsFrom(db, 'delivery', '2026-11-26', 60)],
    ["a customer's orders", (db) => [ordersOf(db, id), reservationsOf(db, id), draftOf(db, id)]],
    ['orders for a file', (db) => [ordersPlaced(db, { customerId: id, before: null, limit: 100 }), ordersPlaced(db, { customerId: null, before: '7', limit: 100 })]],
    ['whole ledgers for a file', (db) => [casesBefore(db, null, 101), promisesBefore(db, 7, 101), reservationsBefore(db, 7, 101), productsFrom(db, '', 7, 101), productsFrom(db, 'loire', 7, 101)]],
    ['holds', (db) => [holdsOf(db, id), liveHoldsOf(db, id)]],
    ['orders by number', (db) => searchOrders(db, '1002', 20)],
    ['the next batch of the outbox', (db) => nextBatch(db, { limit: 100, except: new Set(), now: '2026-01-05T08:00:00.000Z' })],
    ['figures of conversations', (db) => [qualitiesOf(db, { agentId: id, from: '', until: '~' }), hasQuality(db, id), tallyOf(db, id), answeredCalls(db, { agentId: id, except: id, from: ringingInteraction.startedAt, until: ringingInteraction.startedAt })]],
    ['what became of a conversation', (db) => aftermathOf(db, judged, { customerId: id, until: '~' })],
    ['what waits of a row', (db) => [waitingFor(db, 'customer', id), hasUnsent(db, 'customer', id), entryById(db, id)]],
  ])('%s reads no table from end to end', (_, query) => {
    const { statements, unplanned } = planned(query);
    expect(statements.length).toBeGreaterThan(0);
    expect(unplanned).toEqual([]);
  });

  it('sees a lost index: the same query on a database without it is a scan', () => {
    const handle = databaseAt(30);
    const sql = 'SELECT id FROM contact_point WHERE customer_id = ?';
    expect(unplannedScans(handle, [sql])).toEqual([]);
    handle.exec('DROP INDEX contact_point_by_customer');
    expect(unplannedScans(handle, [sql])).toEqual([`SCAN contact_point: ${sql}`]);
  });

  it.each([
    ['by another name', 'SELECT c.id FROM customer AS c WHERE c.given_name = ?'],
    ['of an index', 'SELECT count(*) FROM interaction'],
    ['beside a small one', 'SELECT i.id FROM queue AS q JOIN interaction AS i ON i.queue_id = q.id WHERE i.note = ?'],
    ['that is written', "UPDATE outbox SET state = 'waiting' WHERE code = ?"],
    ['planned anew at every call', 'SELECT id FROM customer WHERE seq > ? LIMIT ?'],
  ])('sees a scan %s', (_, sql) => {
    expect(unplannedScans(databaseAt(), [sql])).toHaveLength(1);
  });
});
