import { newId } from '#shared/domain/ids.ts';
import type { WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { revertUnsent } from '../store/services/merge-work.ts';
import type { Patch } from '../store/queries/outbox.ts';
import { customerWords } from '../store/search/fold.ts';
import { erasedCall } from '../store/queries/erased-calls.ts';
import { forgetWords } from '../store/search/typing-errors.ts';
import { forgetSuperseded } from '../store/unsent/superseded.ts';
import type { ChangeCollector } from './applied-changes.ts';

/** What stays of a conversation: that it took place. The same as central keeps. */
const anonymous = { customerId: null, number: null, sentence: '', note: '', scriptRun: null, captured: {} };
const anonymousLeg = { transferredTo: null, recording: null };

/** Every table whose rows belong to a customer and go with them; conversations stay, without a person. */
const belongings = Object.values(tables).filter(({ entity, fields }) => fields.includes('customerId') && entity !== 'interaction');

/**
 * Central erased a customer: this device forgets them too. Not only the rows but what was typed about them
 * and not yet sent, what central refused, and the words by which they were found. Unsent work does not
 * keep an erased person here: it is theirs to have erased.
 */
export function eraseCustomer(db: WriteDb, id: string, version: number, collector: ChangeCollector): void {
  const customer = tables.customer.get(db, id);
  if (customer !== undefined && customer.version > version) return;
  const removed = [id, ...revertUnsent(db, id)];
  for (const { name, entity } of belongings) {
    const rows = db.all<{ id: string; version: number }>(`SELECT id, version FROM ${name} WHERE customer_id = ?`, id);
    for (const row of rows) buryRow(db, entity, row.id, row.version + 1);
    db.run(`DELETE FROM ${name} WHERE customer_id = ?`, id);
    removed.push(...rows.map((row) => row.id));
  }
  for (const merge of db.all<{ id: string }>('SELECT id FROM customer_merge WHERE survivor_id = ? UNION SELECT id FROM customer_merge WHERE merged_id = ?', id, id)) {
    tables.merge.remove(db, merge.id);
    removed.push(merge.id);
  }
  // Central may have answered one without the person before: then only what was sent says whose it was.
  const interactions = db
    .all<{ id: string }>("SELECT id FROM interaction WHERE customer_id = ? UNION SELECT entity_id FROM outbox WHERE entity = 'interaction' AND json_extract(patch, '$.customerId') = ?", id, id)
    .map((row) => row.id);
  for (const interaction of interactions) removed.push(...forgetConversation(db, interaction));
  db.run('DELETE FROM journal WHERE interaction_id = ? OR substr(field, 1, ?) = ?', id, `customer.${id}`.length, `customer.${id}`);
  forgetUnsent(db, id, removed);
  tables.customer.remove(db, id);
  if (customer !== undefined) forgetWords(db, customerWords(customer, []));
  buryRow(db, 'customer', id, version);
  if (customer !== undefined) collector.add('customer', customer);
  collector.addErasure();
  for (const interaction of interactions) collector.add('interaction', { id: interaction });
}

/** @returns the ids of what was handed over with it: that goes, also where it does not name the customer. */
function forgetConversation(db: WriteDb, interactionId: string): string[] {
  db.run("UPDATE interaction SET customer_id = NULL, number = NULL, sentence = '', note = '', script_run = NULL, captured = '{}' WHERE id = ?", interactionId);
  // The file itself is main's: it asks which calls are to be forgotten (`erasedCalls`).
  for (const { callId } of db.all<{ callId: string }>('SELECT call_id AS callId FROM call_leg WHERE interaction_id = ?', interactionId)) buryRow(db, erasedCall, callId, 0);
  db.run('UPDATE call_leg SET transferred_to = NULL, recording = NULL WHERE interaction_id = ?', interactionId);
  db.run('DELETE FROM journal WHERE interaction_id = ?', interactionId);
  sendWithoutPerson(db, interactionId);
  const handOvers = db.all<{ id: string; version: number }>('SELECT id, version FROM hand_over WHERE interaction_id = ?', interactionId);
  for (const { id, version } of handOvers) buryRow(db, 'handOver', id, version + 1);
  db.run('DELETE FROM hand_over WHERE interaction_id = ?', interactionId);
  return handOvers.map(({ id }) => id);
}

/**
 * The conversation itself still has to be reported, with its calls and what was counted of it, also where central refused them because
 * the customer was gone. Under new ids: central remembers its answers to the former ones.
 */
function sendWithoutPerson(db: WriteDb, interactionId: string): void {
  const reported = db.all<{ seq: number; entity: string; patch: string; base: string }>(
    `SELECT seq, entity, patch, base FROM outbox WHERE entity IN ('interaction', 'callLeg', 'conversationQuality')
       AND entity_id IN (SELECT ? UNION ALL SELECT id FROM call_leg WHERE interaction_id = ? UNION ALL SELECT id FROM conversation_quality WHERE interaction_id = ?)`,
    ...[interactionId, interactionId, interactionId],
  );
  for (const { seq, entity, patch, base } of reported) {
    const kept = entity === 'interaction' ? anonymous : entity === 'callLeg' ? anonymousLeg : {};
    db.run(
      "UPDATE outbox SET id = ?, patch = ?, base = ?, state = 'waiting', code = NULL, reason = NULL, theirs = NULL WHERE seq = ?",
      ...[newId(), withoutPerson(patch, kept), withoutPerson(base, kept), seq],
    );
  }
}

function withoutPerson(text: string, kept: Patch): string {
  const patch = JSON.parse(text) as Patch | null;
  return JSON.stringify(patch === null ? null : Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, field in kept ? kept[field] : value])));
}

/** The outbox and what could not be read are small: they are read whole. */
function forgetUnsent(db: WriteDb, customerId: string, removed: readonly string[]): void {
  const ids = JSON.stringify(removed);
  db.run(
    `DELETE FROM outbox WHERE entity <> 'interaction' AND (entity_id IN (SELECT value FROM json_each(?)) OR json_extract(patch, '$.customerId') = ? OR (patch = 'null' AND json_extract(base, '$.customerId') = ?) OR json_extract(patch, '$.survivorId') = ? OR json_extract(patch, '$.mergedId') = ?)`,
    ...[ids, customerId, customerId, customerId, customerId],
  );
  forgetSuperseded(db, customerId, ids);
  db.run("DELETE FROM parked_row WHERE id IN (SELECT value FROM json_each(?)) OR json_extract(row, '$.customerId') = ?", ids, customerId);
}

/** An older copy that arrives late does not bring it back. */
function buryRow(db: WriteDb, entity: string, id: string, version: number): void {
  db.run('INSERT INTO tombstone (entity, id, version) VALUES (?, ?, ?) ON CONFLICT (id, entity) DO UPDATE SET version = max(version, excluded.version)', entity, id, version);
}
