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

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws Problem 400 where the cursor is not one that a page gave. */
export function pageRequest({ limit, cursor }: Query): PageRequest {
  if (cursor === undefined) return { after: null, limit };
  const after = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!uuid.test(after)) throw new Problem(400, 'invalid', 'The request does not fit its schema.', { errors: [{ path: '/cursor', message: 'not a cursor of this list' }] });
  return { after, limit };
}

/** @param rows one more than the limit where there are more. */
export function page<T>(rows: readonly { readonly id: string; readonly value: T }[], limit: number): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(({ value }) => value), next: rows.length > limit && last !== undefined ? Buffer.from(last.id, 'latin1').toString('base64url') : null };
}
