import type { CallLeg, Interaction } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const { interaction, callLeg } = tables;

/** How many of a customer's interactions the file shows. */
const historyLimit = 50;

/** Interactions of this device that are not closed, oldest first; version 0 is what central has not seen. */
export function unfinishedInteractions(db: ReadDb): Interaction[] {
  return db.all(`SELECT ${interaction.columns} FROM interaction WHERE state <> 'closed' AND version = 0 ORDER BY started_at`).map(interaction.decode);
}

/** Most recent first. */
export function interactionsOfCustomer(db: ReadDb, customerId: string): Interaction[] {
  return db.all(`SELECT ${interaction.columns} FROM interaction WHERE customer_id = ? ORDER BY started_at DESC LIMIT ${historyLimit}`, customerId).map(interaction.decode);
}

export function legByCall(db: ReadDb, callId: string): CallLeg | undefined {
  const raw = db.one(`SELECT ${callLeg.columns} FROM call_leg WHERE call_id = ? ORDER BY seq LIMIT 1`, callId);
  return raw === undefined ? undefined : callLeg.decode(raw);
}

export function legsOf(db: ReadDb, interactionId: string): CallLeg[] {
  return callLeg.listBy(db, 'interactionId', interactionId);
}

/** Legs of this device that have no end, whatever became of their interaction. */
export function openLegs(db: ReadDb): CallLeg[] {
  return db.all(`SELECT ${callLeg.columns} FROM call_leg WHERE ended_at IS NULL AND version = 0 ORDER BY started_at`).map(callLeg.decode);
}
