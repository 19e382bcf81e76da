import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Case, Consent, CustomerPromise, Note } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';

const at = '2026-09-14T09:00:00.000Z';
const row = () => ({ id: newId(), version: 1, updatedAt: at, interactionId: null });

type Records = Pick<CustomerFile, 'consents' | 'notes' | 'cases' | 'caseSteps' | 'promises' | 'merges'>;

export const noRecords: Records = { consents: [], notes: [], cases: [], caseSteps: [], promises: [], merges: [] };

/** What the first customer's file holds; the others have none. */
export function sampleRecords(number: number, customerId: string): Records {
  if (number !== 1) return noRecords;
  const consent: Consent = { ...row(), customerId, channel: 'phone', purpose: 'survey', state: 'withdrawn', at, source: 'call', how: '“Liever geen enquêtes.”', agentId: null };
  const mail: Consent = { ...row(), customerId, channel: 'email', purpose: 'marketing', state: 'given', at, source: 'web', how: 'Nieuwsbrief', agentId: null };
  const note: Note = { ...row(), customerId, text: 'Belt liever na 17 uur. Buur op nummer 46 neemt pakjes aan.', pinned: true, at, agentId: null };
  const dueAt = new Date(Date.now() + 5_400_000).toISOString();
  const claim: Case = {
    ...row(), customerId, kind: 'claim', caseNumber: 'Z-100204', state: 'open', subject: 'Drie gebroken flessen in de proefdoos', description: '', priority: 'high',
    ownerId: null, queueId: null, openedAt: at, openedBy: null, dueAt, closedAt: null, result: '', procedureId: null, collected: {}, readBackAt: null,
  };
  const promise: CustomerPromise = { ...row(), customerId, caseId: claim.id, text: 'Terugbellen over de kredietnota', priority: 'normal', state: 'open', dueAt: new Date(Date.now() - 3_600_000).toISOString(), ownerId: null, queueId: null, madeAt: at, madeBy: null, doneAt: null };
  return { consents: [consent, mail], notes: [note], cases: [claim], caseSteps: [], promises: [promise], merges: [] };
}
