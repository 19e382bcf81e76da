import type { List } from '#shared/contract/lists.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../access/scope.ts';
import { seen } from '../access/visibility.ts';
import { tableOf } from '../database/entity-tables.ts';
import { readNewest, type Row } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';

/** What a query asked for, by the names of its filters. */
export type Filters = Readonly<Record<string, unknown>>;

/** Only names of columns become SQL text, and they come from `entity-tables.ts`; values never do. */
function comparison(list: List, field: string, operator: '=' | '>=' | '<', value: unknown): RawBuilder<boolean> {
  const known = tableOf(list.entity).fields.find((candidate) => candidate.field === field);
  if (known === undefined) throw new Error(`${list.entity} has no ${field}`);
  return sql`${sql.ref(`${tableOf(list.entity).table}.${known.column}`)} ${sql.raw(operator)} ${String(value)}::${sql.raw(known.type)}`;
}

function conditionsOf(list: List, filters: Filters): RawBuilder<boolean>[] {
  const asked = (name: string): boolean => filters[name] !== undefined;
  return [
    ...list.equal.filter(asked).map((field) => comparison(list, field, '=', filters[field])),
    ...list.between.filter((field) => asked(`${field}From`)).map((field) => comparison(list, field, '>=', filters[`${field}From`])),
    ...list.between.filter((field) => asked(`${field}Until`)).map((field) => comparison(list, field, '<', filters[`${field}Until`])),
  ];
}

/** @returns the rows that fit and that the scope sees, the newest first; one more than the limit where there are more. */
export async function readList(db: Database, scope: Scope, list: List, filters: Filters, { after, limit }: PageRequest): Promise<{ id: string; value: Row }[]> {
  const visible = seen(scope, list.entity);
  const conditions = [...(visible === null ? [] : [visible]), ...conditionsOf(list, filters)];
  const filter = conditions.length === 0 ? null : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
  return (await readNewest(db, list.entity, after, limit + 1, filter)).map((row) => ({ id: row.id, value: row }));
}
