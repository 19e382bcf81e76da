import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import { isSamePurpose, type Aftermath } from '#shared/domain/quality/first-contact.ts';
import type { Span } from '#shared/domain/quality/spans.ts';
import { callTallySchema, type CallTally } from '#shared/domain/quality/tally.ts';
import { stateOf, type ScriptRun } from '#shared/domain/script/run.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const { conversationQuality } = tables;

/** Longer than anybody's call: calls that began earlier were over. */
const longestCallMs = 12 * 3_600_000;

export function keepTally(db: WriteDb, callId: string, tally: CallTally): void {
  db.run('INSERT INTO call_tally (call_id, tally) VALUES (?, ?) ON CONFLICT (call_id) DO UPDATE SET tally = excluded.tally', callId, JSON.stringify(tally));
}

/** @returns undefined where nothing was counted. */
export function tallyOf(db: ReadDb, callId: string): CallTally | undefined {
  const row = db.one<{ tally: string }>('SELECT tally FROM call_tally WHERE call_id = ?', callId);
  return row === undefined ? undefined : callTallySchema.parse(JSON.parse(row.tally));
}

export function forgetTally(db: WriteDb, callId: string): void {
  db.run('DELETE FROM call_tally WHERE call_id = ?', callId);
}

export function hasQuality(db: ReadDb, interactionId: string): boolean {
  return db.one('SELECT 1 FROM conversation_quality WHERE interaction_id = ? LIMIT 1', interactionId) !== undefined;
}

/** Other calls that this operator had answered between two instants. */
export function answeredCalls(db: ReadDb, { agentId, except, from, until }: { readonly agentId: string | null; readonly except: string } & Span): Span[] {
  const earliest = new Date(Date.parse(from) - longestCallMs).toISOString();
  return db.all<Span>(
    `SELECT l.answered_at AS "from", coalesce(l.ended_at, ?) AS "until" FROM interaction AS i JOIN call_leg AS l ON l.interaction_id = i.id
     WHERE i.agent_id IS ? AND i.started_at >= ? AND i.started_at < ? AND i.id <> ? AND l.answered_at IS NOT NULL`,
    until,
    agentId,
    earliest,
    until,
    except,
  );
}

/** Figures of this operator's own conversations that began between two instants, oldest first. */
export function qualitiesOf(db: ReadDb, { agentId, from, until }: { readonly agentId: string | null } & Span): ConversationQuality[] {
  return db.all(`SELECT ${conversationQuality.columns} FROM conversation_quality WHERE agent_id IS ? AND started_at >= ? AND started_at < ? ORDER BY started_at`, agentId, from, until).map(conversationQuality.decode);
}

/** The next conversation of the same customer in the same queue and with the same purpose, before `until`, and what became of the follow-up. */
export function aftermathOf(db: ReadDb, quality: ConversationQuality, { customerId, until }: { readonly customerId: string | null; readonly until: string }): Aftermath {
  if (customerId === null) return { hasCustomer: false, returnedAt: null, followUps: [] };
  const later = db.all<{ startedAt: string; scriptRun: string | null }>(
    `SELECT started_at AS startedAt, script_run AS scriptRun FROM interaction
     WHERE customer_id = ? AND started_at > ? AND started_at < ? AND queue_id IS ? AND answered_at IS NOT NULL AND direction = 'inbound' AND id <> ? ORDER BY started_at`,
    customerId,
    quality.endedAt,
    until,
    quality.queueId,
    quality.interactionId,
  );
  const next = later.find(({ scriptRun }) => isSamePurpose(quality.purpose, scriptRun === null ? null : stateOf(JSON.parse(scriptRun) as ScriptRun).purpose));
  const done = db.all<{ doneAt: string | null }>(
    `SELECT CASE WHEN state IN ('solved', 'closed') THEN coalesce(closed_at, updated_at) END AS doneAt FROM case_file WHERE interaction_id = ?
     UNION ALL SELECT CASE WHEN state <> 'open' THEN coalesce(done_at, updated_at) END FROM promise WHERE interaction_id = ?`,
    quality.interactionId,
    quality.interactionId,
  );
  return { hasCustomer: true, returnedAt: next?.startedAt ?? null, followUps: done.map(({ doneAt }) => doneAt) };
}
