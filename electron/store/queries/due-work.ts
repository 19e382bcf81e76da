import type { DueWork } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { displayName } from './display-name.ts';

interface RawWork {
  readonly kind: 'case' | 'promise';
  readonly id: string;
  readonly customerId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
  readonly text: string;
  readonly caseNumber: string | null;
  readonly dueAt: string;
  readonly ownerId: string | null;
}

const names = 'c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName';

const dueCases = `SELECT 'case' AS kind, w.id, w.customer_id AS customerId, ${names}, w.subject AS text, w.case_number AS caseNumber, w.due_at AS dueAt, w.owner_id AS ownerId
  FROM case_file AS w INDEXED BY case_due JOIN customer AS c ON c.id = w.customer_id
  WHERE w.owner_id IS ? AND w.due_at IS NOT NULL AND w.state IN ('open', 'waiting') ORDER BY w.due_at LIMIT ? + 0`;
const duePromises = `SELECT 'promise' AS kind, w.id, w.customer_id AS customerId, ${names}, w.text, NULL AS caseNumber, w.due_at AS dueAt, w.owner_id AS ownerId
  FROM promise AS w INDEXED BY promise_due JOIN customer AS c ON c.id = w.customer_id
  WHERE w.owner_id IS ? AND w.state = 'open' ORDER BY w.due_at LIMIT ? + 0`;

/** Cases and promises of one operator, and those that are nobody's yet, by deadline. */
export function dueWork(db: ReadDb, agentId: string | null, limit: number): DueWork[] {
  const owners = agentId === null ? [null] : [agentId, null];
  const rows = owners.flatMap((owner) => [dueCases, duePromises].flatMap((statement) => db.all<RawWork>(statement, owner, limit)));
  return rows
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
    .slice(0, limit)
    .map(({ givenName, familyName, organisationName, ownerId, ...work }) => ({ ...work, customerName: displayName({ givenName, familyName, organisationName }), isMine: ownerId !== null }));
}
