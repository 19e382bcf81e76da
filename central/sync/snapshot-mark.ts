import type { EntityName } from '#shared/domain/entities.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { placeIn, type Scope } from '../access/scope.ts';
import { entityOrder } from '../database/entity-tables.ts';
import type { Executor } from '../database/schema.ts';
import { readHead } from './change-log.ts';
import { cursorUnknown } from './changes.ts';
import { formatCursor, parseCursor, type Place } from './cursor.ts';

/** Sent with the customer to whom they belong: whoever indexes a customer then has all of it in one pass. */
export const withCustomer = ['contactPoint', 'address'] as const satisfies readonly EntityName[];
/** The entities of a snapshot in the order in which they are sent. */
export const streamed = entityOrder.filter((entity) => !withCustomer.some((follower) => follower === entity));

/** Where a snapshot goes on: after this row, and as of the cursor with which it began. */
export interface SnapshotMark {
  readonly place: Place;
  readonly entity: EntityName;
  readonly id: string;
}

/** @returns the mark as clients keep it (`snapshotMarkSchema`). */
export function formatMark({ place, entity, id }: SnapshotMark): string {
  return `${formatCursor(place)}.${entity}.${id}`;
}

/** @returns the mark, or null where the text is none. */
export function parseMark(text: string): SnapshotMark | null {
  const [cursor = '', name, id] = text.split('.');
  const place = parseCursor(cursor);
  const entity = streamed.find((one) => one === name);
  const row = idSchema.safeParse(id);
  return place === null || entity === undefined || !row.success ? null : { place, entity, id: row.data };
}

/**
 * The mark of a stream that was cut. What came before it is as old as its cursor: `changes` after that cursor brings it up to
 * date, so the rest may be read from a newer state.
 *
 * @throws Problem 410 `cursor-unknown`: of another history, or of other eyes.
 */
export async function knownMark(db: Executor, scope: Scope, text: string): Promise<SnapshotMark> {
  const mark = parseMark(text);
  const head = placeIn(scope, await readHead(db));
  if (mark === null || mark.place.epoch !== head.epoch || mark.place.sequence > head.sequence) throw cursorUnknown();
  return mark;
}
