import type { SupersededValue } from '#shared/domain/unsent-work.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { customerOf } from './subject.ts';

const shown = 50;

interface Superseding {
  readonly entity: string;
  readonly entityId: string;
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
export function recordSuperseded(db: WriteDb, { entity, entityId, field, value, kept, agentId, writtenAt, decidedBy, decidedAt, decision }: Superseding): void {
  db.run(
    'INSERT INTO superseded_value (entity, entity_id, field, value, kept, agent_id, written_at, decided_by, decided_at, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[entity, entityId, field, JSON.stringify(value ?? null), JSON.stringify(kept ?? null), agentId, writtenAt, decidedBy, decidedAt, decision],
  );
}

interface RawSuperseded extends Omit<SupersededValue, 'value' | 'kept' | 'by' | 'customer'> {
  readonly value: string;
  readonly kept: string;
  readonly agentId: string | null;
}

/** Most recent first. */
export function recentlySuperseded(db: ReadDb): SupersededValue[] {
  return db
    .all<RawSuperseded>(
      `SELECT entity, entity_id AS entityId, field, value, kept, agent_id AS agentId, written_at AS writtenAt, decided_at AS decidedAt, decision
       FROM superseded_value ORDER BY seq DESC LIMIT ${shown}`,
    )
    .map(({ agentId, value, kept, ...rest }) => ({
      ...rest,
      value: JSON.parse(value) as unknown,
      kept: JSON.parse(kept) as unknown,
      by: agentId === null ? null : (tables.agent.get(db, agentId)?.name ?? null),
      customer: customerOf(db, rest.entity, rest.entityId),
    }));
}
