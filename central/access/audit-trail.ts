import { auditEventSchema, type AuditAction, type AuditEvent } from '#shared/contract/audit.ts';
import type { Database } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';

export interface AuditFilter extends PageRequest {
  readonly agentId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** @returns what was done, the newest first; one row more than the limit where there are more. */
export async function readAudit(db: Database, { after, limit, agentId, customerId, action, from, until }: AuditFilter): Promise<{ id: string; value: AuditEvent }[]> {
  let query = db.selectFrom('auditEvent').selectAll().orderBy('id', 'desc').limit(limit + 1);
  if (after !== null) query = query.where('id', '<', after);
  if (agentId !== undefined) query = query.where('agentId', '=', agentId);
  if (customerId !== undefined) query = query.where('customerId', '=', customerId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (from !== undefined) query = query.where('at', '>=', new Date(from));
  if (until !== undefined) query = query.where('at', '<', new Date(until));
  return (await query.execute()).map(({ at, ...row }) => ({ id: row.id, value: auditEventSchema.parse({ ...row, at: at.toISOString() }) }));
}
