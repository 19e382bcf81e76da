import { Problem } from './problem.ts';

/** What a list's query asks of one page. */
export interface PageRequest {
  /** The id after which the page begins; null: the first page. */
  readonly after: string | null;
  readonly limit: number;
}

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const counted = /^[1-9]\d{0,9}$/;
/** Of PostgreSQL's integers. */
const highest = 2_147_483_647;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws Problem 400 where the cursor is not one that a page gave. */
export function pageRequest({ limit, cursor }: Query): PageRequest {
  return { after: cursor === undefined ? null : lastOf(cursor, (last) => uuid.test(last)), limit };
}

/** Of a list whose things are counted: the newest has the highest number. @throws Problem 400 where the cursor is not one that a page gave. */
export function numberedPageRequest({ limit, cursor }: Query): { readonly below: number | null; readonly limit: number } {
  return { below: cursor === undefined ? null : Number(lastOf(cursor, (last) => counted.test(last) && Number(last) <= highest)), limit };
}

function lastOf(cursor: string, isOfList: (last: string) => boolean): string {
  const last = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!isOfList(last)) throw new Problem(400, 'invalid', 'The request does not fit its schema.', { errors: [{ path: '/cursor', message: 'not a cursor of this list' }] });
  return last;
}

/** @param rows one more than the limit where there are more. */
export function page<T>(rows: readonly { readonly id: string; readonly value: T }[], limit: number): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(({ value }) => value), next: rows.length > limit && last !== undefined ? Buffer.from(last.id, 'latin1').toString('base64url') : null };
}
