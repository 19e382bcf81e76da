import { isoNow } from '#shared/domain/clock.ts';
import type { CallLeg, Interaction } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { readState, writeState } from '../queries/device-state.ts';
import { openLegs } from '../queries/interactions.ts';
import { readDraft } from '../queries/journal.ts';
import type { StoreContext } from './context.ts';
import { endLeg } from './interaction-calls.ts';

/**
 * Calls that were up when the store last stopped: their legs end at the last sign of life, and their
 * interactions stay unfinished, marked, with their draft.
 * @returns how many there were.
 */
export function markInterrupted(context: StoreContext): number {
  return context.db.write((db) => {
    const legs = openLegs(db);
    for (const leg of legs) {
      const interaction = tables.interaction.get(db, leg.interactionId);
      if (interaction === undefined) continue;
      endLeg(context, db, leg, interaction, { endedAt: lastSign(db, leg, interaction), cause: 'interrupted', endedBy: 'system' });
    }
    return legs.length;
  });
}

/** The latest instant that is known of the call: a heartbeat, a keystroke, or its own milestones. */
function lastSign(db: ReadDb, leg: CallLeg, interaction: Interaction): string {
  const signs = [leg.startedAt, leg.answeredAt, readDraft(db, interaction.id).savedAt, interaction.updatedAt, readState(db, 'alive-at')];
  return signs.reduce<string>((latest, sign) => (sign !== null && sign > latest ? sign : latest), leg.startedAt);
}

/** How exact the end of an interrupted call is. */
export const heartbeatMs = 10_000;

/** A full disk is reported by whoever needs the write; the heart does not stop for it. */
function quietly(beat: () => void): void {
  try {
    beat();
  } catch {
    return;
  }
}

/**
 * While a call is up, notes every few seconds that the store is alive.
 * @param whenFree runs a write once no batch from central is under way: reads do not wait for a heartbeat.
 */
export function startHeartbeat(context: StoreContext, whenFree: (write: () => void) => void): () => void {
  let next = context.clock.schedule(heartbeatMs, beat);
  let stopped = false;
  function beat(): void {
    next = context.clock.schedule(heartbeatMs, beat);
    // Asked first: without a call no batch has to end for a heartbeat.
    quietly(() => openLegs(context.db).length > 0 && whenFree(() => quietly(note)));
  }
  function note(): void {
    if (!stopped) context.db.write((db) => writeState(db, 'alive-at', isoNow(context.clock)));
  }
  return () => {
    stopped = true;
    next.cancel();
  };
}
