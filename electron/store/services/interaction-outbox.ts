import type { CallLeg, EntityRow, Interaction, WritableEntity } from '#shared/domain/entities.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { legsOf } from '../queries/interactions.ts';
import { enqueue, type Patch } from '../queries/outbox.ts';

/** A row's own fields, without those that central keeps. */
export function patchOf<N extends WritableEntity>(row: EntityRow<N>): Patch {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'id' && field !== 'version' && field !== 'updatedAt'));
}

/** Puts the creation of a row in the outbox. */
export function sendNew<N extends WritableEntity>(db: WriteDb, entity: N, row: EntityRow<N>, at: string): void {
  enqueue(db, { entity, entityId: row.id, baseVersion: null, patch: patchOf(row), base: {}, at });
}

/**
 * A closed interaction goes to central whole, with the legs that have ended; a leg that is still up
 * follows by {@link sendLegEnd}.
 */
export function sendInteraction(db: WriteDb, interaction: Interaction, at: string): void {
  sendNew(db, 'interaction', interaction, at);
  for (const leg of legsOf(db, interaction.id)) if (leg.endedAt !== null) sendNew(db, 'callLeg', leg, at);
}

/** The call ended after the operator had closed the interaction. */
export function sendLegEnd(db: WriteDb, { leg, interaction, at }: { leg: CallLeg; interaction: Interaction; at: string }): void {
  tables.interaction.put(db, { ...interaction, endedAt: leg.endedAt, updatedAt: at });
  enqueue(db, {
    entity: 'interaction',
    entityId: interaction.id,
    baseVersion: interaction.version,
    patch: { endedAt: leg.endedAt },
    base: { endedAt: interaction.endedAt, updatedAt: interaction.updatedAt },
    at,
  });
  sendNew(db, 'callLeg', leg, at);
}
