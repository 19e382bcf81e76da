import type { EntityRow } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';

/** A row with its place in its table: rows that this device came to know later stand further on. */
interface Placed<T> {
  readonly seq: number;
  readonly row: T;
}

const before = (table: string, columns: string): string => `SELECT seq, ${columns} FROM ${table} WHERE seq < ? ORDER BY seq DESC LIMIT ? + 0`;
const statements = {
  case: before('case_file', tables.case.columns),
  promise: before('promise', tables.promise.columns),
  reservation: before('reservation', tables.reservation.columns),
} as const;

function read<N extends keyof typeof statements>(db: ReadDb, entity: N, table: Pick<EntityTable<N>, 'decode'>, place: number | null, limit: number): Placed<EntityRow<N>>[] {
  return db.all<{ seq: number }>(statements[entity], place ?? Number.MAX_SAFE_INTEGER, limit).map((raw) => ({ seq: raw.seq, row: table.decode(raw) }));
}

/** Cases of every customer, the latest first. @param place of the last one of the page before; null: from the first on. */
export function casesBefore(db: ReadDb, place: number | null, limit: number): Placed<EntityRow<'case'>>[] {
  return read(db, 'case', tables.case, place, limit);
}

/** Promises to every customer, like {@link casesBefore}. */
export function promisesBefore(db: ReadDb, place: number | null, limit: number): Placed<EntityRow<'promise'>>[] {
  return read(db, 'promise', tables.promise, place, limit);
}

/** Reservations of every customer, like {@link casesBefore}. */
export function reservationsBefore(db: ReadDb, place: number | null, limit: number): Placed<EntityRow<'reservation'>>[] {
  return read(db, 'reservation', tables.reservation, place, limit);
}
