import type { HandOver, Interaction } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const { handOver } = tables;

/** The caller waits in between: a ring group, a queue, a colleague who does not answer at once. */
const underwayMs = 15 * 60_000;
/** How far the clocks of two devices may differ. */
const clockSkewMs = 2 * 60_000;

const shifted = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const endOfTime = '9999-12-31T23:59:59.999Z';

/** The user part of `sip:203@host`, or the number as it is. */
function userOf(target: string): string {
  return target.replace(/^sips?:/i, '').replace(/@.*$/, '');
}

/**
 * The hand-over that belongs to a call which came to this operator. Two ways lead to it: the transferred
 * caller rings with the number the colleague had on the line; or the colleague's own call, in which
 * they consulted this operator, goes on with the caller (RFC 3891 leaves the interaction what it was).
 * @param me this operator's id.
 */
export function handOverTo(db: ReadDb, interaction: Interaction, me: string | null): HandOver | null {
  const { number, startedAt, endedAt, direction } = interaction;
  if (direction !== 'inbound' || number === null) return null;
  const until = endedAt === null ? endOfTime : shifted(endedAt, clockSkewMs);
  const caller = db.one(
    `SELECT ${handOver.columns} FROM hand_over WHERE number = ? AND at BETWEEN ? AND ? AND agent_id IS NOT ? ORDER BY at DESC LIMIT 1`,
    number,
    shifted(startedAt, -underwayMs),
    until,
    me,
  );
  if (caller !== undefined) return handOver.decode(caller);
  return consulted(db, { extension: number, me, from: shifted(startedAt, -clockSkewMs), until });
}

function consulted(db: ReadDb, { extension, me, from, until }: { readonly extension: string; readonly me: string | null; readonly from: string; readonly until: string }): HandOver | null {
  const mine = me === null ? null : (tables.agent.get(db, me)?.extension ?? null);
  const colleagues = tables.agent.all(db).filter((agent) => agent.extension === extension && agent.id !== me);
  const notes = colleagues.flatMap(({ id }) =>
    db.all(`SELECT ${handOver.columns} FROM hand_over WHERE agent_id = ? AND at BETWEEN ? AND ? ORDER BY at DESC`, id, from, until).map(handOver.decode),
  );
  return notes.find(({ target }) => mine === null || userOf(target) === mine) ?? null;
}

/** @returns whether a call may go on with what was handed over: not one that came by itself to somebody else than the colleague it was put through to. */
export function isMeantFor(db: ReadDb, { target }: HandOver, { queueId }: Interaction, me: string | null): boolean {
  if (queueId === null) return true;
  const user = userOf(target);
  const owner = tables.agent.all(db).find(({ extension }) => extension === user);
  return owner === undefined || owner.id === me;
}

/** Which conversation of this device goes on with which hand-over. */
export interface TakenHandOver {
  readonly interactionId: string;
  readonly handOverId: string;
  /** The conversation had no queue, and has the one over which the caller first came. */
  readonly tookQueue: boolean;
}

const taken = 'SELECT interaction_id AS interactionId, hand_over_id AS handOverId, took_queue AS tookQueue FROM taken_hand_over';

function readTaken(raw: (Omit<TakenHandOver, 'tookQueue'> & { readonly tookQueue: number }) | undefined): TakenHandOver | null {
  return raw === undefined ? null : { ...raw, tookQueue: raw.tookQueue === 1 };
}

/** @returns what a conversation goes on with. */
export function takenBy(db: ReadDb, interactionId: string): TakenHandOver | null {
  return readTaken(db.one(`${taken} WHERE interaction_id = ?`, interactionId));
}

/** @returns which conversation goes on with it. */
export function takerOf(db: ReadDb, handOverId: string): TakenHandOver | null {
  return readTaken(db.one(`${taken} WHERE hand_over_id = ?`, handOverId));
}

export function takeHandOver(db: WriteDb, { interactionId, handOverId, tookQueue }: TakenHandOver): void {
  db.run('INSERT INTO taken_hand_over (interaction_id, hand_over_id, took_queue) VALUES (?, ?, ?)', interactionId, handOverId, tookQueue ? 1 : 0);
}

export function leaveHandOver(db: WriteDb, interactionId: string): void {
  db.run('DELETE FROM taken_hand_over WHERE interaction_id = ?', interactionId);
}
