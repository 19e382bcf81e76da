import type { SupersededValue } from '#shared/domain/unsent-work.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { customerOf } from './subject.ts';

const shown = 50;

/** Which row another one names is nothing that anybody wrote. */
const reference = /Ids?$/;

interface Superseding {
  readonly entity: string;
  readonly entityId: string;
  /** Whose file it is of: it goes with them. */
  readonly customerId: string | null;
  readonly field: string;
  /** The value that lost, and the one that stands. */
  readonly value: unknown;
  readonly kept: unknown;
  /** Who had written what lost, and when; null: somebody elsewhere. */
  readonly agentId: string | null;
  readonly writtenAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string;
  readonly decision: SupersededValue['decision'];
}

/** Keeps a value that lost: nothing that somebody wrote disappears without a trace. */
export function recordSuperseded(db: WriteDb, { entity, entityId, customerId, field, value, kept, agentId, writtenAt, decidedBy, decidedAt, decision }: Superseding): void {
  if (reference.test(field)) return;
  db.run(
    'INSERT INTO superseded_value (entity, entity_id, customer_id, field, value, kept, agent_id, written_at, decided_by, decided_at, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[entity, entityId, customerId, field, JSON.stringify(value ?? null), JSON.stringify(kept ?? null), agentId, writtenAt, decidedBy, decidedAt, decision],
  );
}

/** Somebody was erased, or is no longer shown here. @param rows a list of ids, as JSON: what was theirs. */
export function forgetSuperseded(db: WriteDb, customerId: string, rows = '[]'): void {
  db.run('DELETE FROM superseded_value WHERE customer_id = ? OR entity_id IN (SELECT value FROM json_each(?))', customerId, rows);
}

interface RawSuperseded extends Omit<SupersededValue, 'value' | 'kept' | 'by' | 'customer'> {
  readonly value: string;
  readonly kept: string;
  readonly agentId: string | null;
  readonly customerId: string | null;
}

/** Most recent first. */
export function recentlySuperseded(db: ReadDb): SupersededValue[] {
  return db
    .all<RawSuperseded>(
      `SELECT entity, entity_id AS entityId, customer_id AS customerId, field, value, kept, agent_id AS agentId, written_at AS writtenAt, decided_at AS decidedAt, decision
       FROM superseded_value ORDER BY seq DESC LIMIT ${shown}`,
    )
    .map(({ agentId, customerId, value, kept, ...rest }) => ({
      ...rest,
      value: JSON.parse(value) as unknown,
      kept: JSON.parse(kept) as unknown,
      by: agentId === null ? null : (tables.agent.get(db, agentId)?.name ?? null),
      // Of a row that is still here, whose it is now.
      customer: customerOf(db, rest.entity, rest.entityId) ?? (customerId === null ? null : customerOf(db, 'customer', customerId)),
    }));
}
