import type { DueWork } from '#shared/domain/customer-file.ts';
import type { Priority } from '#shared/domain/file-entities.ts';
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
  readonly priority: Priority;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
}

const names = 'c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName';
const owner = 'w.owner_id AS ownerId, a.name AS ownerName';
const joined = 'JOIN customer AS c ON c.id = w.customer_id LEFT JOIN agent AS a ON a.id = w.owner_id';

const cases = (index: string, condition: string): string => `SELECT 'case' AS kind, w.id, w.customer_id AS customerId, ${names}, w.subject AS text, w.case_number AS caseNumber, w.due_at AS dueAt, w.priority, ${owner}
  FROM case_file AS w INDEXED BY ${index} ${joined} WHERE ${condition} w.due_at IS NOT NULL AND w.state IN ('open', 'waiting') ORDER BY w.due_at LIMIT ? + 0`;
const promises = (index: string, condition: string): string => `SELECT 'promise' AS kind, w.id, w.customer_id AS customerId, ${names}, w.text, NULL AS caseNumber, w.due_at AS dueAt, w.priority, ${owner}
  FROM promise AS w INDEXED BY ${index} ${joined} WHERE ${condition} w.state = 'open' ORDER BY w.due_at LIMIT ? + 0`;

const ofOwner = [cases('case_due', 'w.owner_id IS ? AND'), promises('promise_due', 'w.owner_id IS ? AND')];
const ofAll = [cases('case_due_all', ''), promises('promise_due_all', '')];

/** Whose work: one's own and what is nobody's yet, or that of everybody here. */
export type Whose = 'own' | 'all';

/** Cases and promises with a deadline that are not done, by deadline. */
export function dueWork(db: ReadDb, agentId: string | null, limit: number, whose: Whose = 'own'): DueWork[] {
  const owners = agentId === null ? [null] : [agentId, null];
  const rows = whose === 'all' ? ofAll.flatMap((statement) => db.all<RawWork>(statement, limit)) : owners.flatMap((id) => ofOwner.flatMap((statement) => db.all<RawWork>(statement, id, limit)));
  return rows
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
    .slice(0, limit)
    .map(({ givenName, familyName, organisationName, ...work }) => ({ ...work, customerName: displayName({ givenName, familyName, organisationName }), isMine: work.ownerId !== null && work.ownerId === agentId }));
}
