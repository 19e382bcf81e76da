import { identityCheckSchema, type IdentityCheck } from '#shared/domain/identity/entities.ts';
import { sql, type RawBuilder } from 'kysely';
import { readRows } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';

export interface IdentityFilter extends PageRequest {
  readonly agentId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly interactionId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** @returns what was answered, the newest first; one row more than the limit where there are more. */
export async function readIdentityChecks(db: Database, { after, limit, agentId, customerId, interactionId, from, until }: IdentityFilter): Promise<{ id: string; value: IdentityCheck }[]> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (after !== null) conditions.push(sql`id < ${after}::uuid`);
  if (agentId !== undefined) conditions.push(sql`agent_id = ${agentId}::uuid`);
  if (customerId !== undefined) conditions.push(sql`customer_id = ${customerId}::uuid`);
  if (interactionId !== undefined) conditions.push(sql`interaction_id = ${interactionId}::uuid`);
  if (from !== undefined) conditions.push(sql`at >= ${from}::timestamptz`);
  if (until !== undefined) conditions.push(sql`at < ${until}::timestamptz`);
  const { rows: found } = await sql<{ id: string }>`select id from identity_check where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit + 1}`.execute(db);
  const rows = await readRows(
    db,
    'identityCheck',
    found.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, identityCheckSchema.parse(row)]));
  return found.flatMap(({ id }) => {
    const value = byId.get(id);
    return value === undefined ? [] : [{ id, value }];
  });
}
