import { currentConsents } from '#shared/domain/consent.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { displayName } from './display-name.ts';

const { consent, note, merge } = tables;
const caseTable = tables.case;
const promiseTable = tables.promise;
const { caseStep } = tables;

/** How much of each the file shows; the timeline has all of it. */
const shown = 20;

type Records = Pick<CustomerFile, 'consents' | 'notes' | 'cases' | 'caseSteps' | 'promises' | 'merges'>;

/** What the file holds beside data and calls. @param now by which it is decided what can still be undone. */
export function recordsOf(db: ReadDb, customerId: string, now: string): Records {
  const consents = db.all(`SELECT ${consent.columns} FROM consent WHERE customer_id = ? ORDER BY at DESC`, customerId).map(consent.decode);
  const notes = db.all(`SELECT ${note.columns} FROM note WHERE customer_id = ? ORDER BY at DESC`, customerId).map(note.decode);
  const cases = db.all(`SELECT ${caseTable.columns} FROM case_file WHERE customer_id = ? AND state <> 'closed' ORDER BY opened_at DESC LIMIT ${shown}`, customerId).map(caseTable.decode);
  const promises = db.all(`SELECT ${promiseTable.columns} FROM promise WHERE customer_id = ? AND state = 'open' ORDER BY made_at DESC LIMIT ${shown}`, customerId).map(promiseTable.decode);
  return {
    consents: currentConsents(consents),
    notes: notes.sort((a, b) => Number(b.pinned) - Number(a.pinned)).slice(0, shown),
    cases: cases.sort((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~')),
    caseSteps: cases.some(({ procedureId }) => procedureId !== null) ? stepsOfCases(db, cases) : [],
    promises: promises.sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
    merges: mergesInto(db, customerId, now),
  };
}

/** @returns the marks at the steps of these cases, in no order. */
export function stepsOfCases(db: ReadDb, cases: readonly { readonly id: string }[]): Records['caseSteps'] {
  const ids = JSON.stringify(cases.map(({ id }) => id));
  return db.all(`SELECT ${caseStep.columns} FROM case_step WHERE case_id IN (SELECT value FROM json_each(?))`, ids).map(caseStep.decode);
}

function mergesInto(db: ReadDb, customerId: string, now: string): Records['merges'] {
  const rows = db.all(`SELECT ${merge.columns} FROM customer_merge WHERE survivor_id = ? ORDER BY at DESC`, customerId).map(merge.decode);
  return rows
    .filter(({ undoneAt, undoUntil }) => undoneAt === null && undoUntil > now)
    .map((row) => {
      const merged = tables.customer.get(db, row.mergedId);
      return { ...row, mergedName: merged === undefined ? '' : displayName(merged) };
    });
}

/** A circle cannot come about at central; half of one can pass by while changes arrive. */
const longestChain = 20;

/** @returns the file that a customer's id leads to: itself, or the one it was merged into. */
export function survivorOf(db: ReadDb, customerId: string): string {
  let id = customerId;
  for (let step = 0; step < longestChain; step++) {
    const next = db.one<{ survivorId: string }>('SELECT survivor_id AS survivorId FROM customer_merge WHERE merged_id = ? AND undone_at IS NULL ORDER BY at DESC LIMIT 1', id);
    if (next === undefined) return id;
    id = next.survivorId;
  }
  return id;
}
