import type { CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';

/** Each customer's last conversation, by the first entry of an index that is in that order. */
const lastContact = `SELECT wanted.value AS customerId, (SELECT started_at FROM interaction WHERE customer_id = wanted.value ORDER BY started_at DESC LIMIT 1) AS at FROM json_each(?) AS wanted`;

/** @returns the hits with when each customer was last spoken to: what was dealt with lately is asked for again first. */
export function withLastContact(db: ReadDb, hits: readonly CustomerHit[]): CustomerHit[] {
  const rows = db.all<{ customerId: string; at: string | null }>(lastContact, JSON.stringify(hits.map(({ id }) => id)));
  const at = new Map(rows.map((row) => [row.customerId, row.at]));
  return hits.map((hit) => ({ ...hit, lastContactAt: at.get(hit.id) ?? null }));
}
