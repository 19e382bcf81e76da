import { isoNow } from '#shared/domain/clock.ts';
import type { CaseStep } from '#shared/domain/casework/entities.ts';
import type { Case, Consent, CustomerPromise, Note } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { forgetDraft } from '../queries/journal.ts';
import { takeNumber } from './case-numbers.ts';
import { found, refused, type StoreContext } from './context.ts';
import { storable } from './storable.ts';
import { defined, putChanged, putNew, removeRow, type Writing } from './write-rows.ts';

type Input<N extends keyof StoreContract['calls']> = ParsedInput<StoreContract, N>;

/** Runs one write of a customer's file. @returns the file that was touched, for whoever has to be told. */
function writing(context: StoreContext, work: (writing: Writing) => string): string {
  return context.db.write((db) => work({ db, at: isoNow(context.clock) }));
}

/** The customer that a new row belongs to: of a merged file, the one that stayed. */
function ownerFile({ db }: Writing, customerId: string): string {
  return found(tables.customer.get(db, survivorOf(db, customerId)), 'customer').id;
}

const fresh = (at: string): { id: string; version: number; updatedAt: string } => ({ id: newId(), version: 0, updatedAt: at });

export function addConsent(context: StoreContext, input: Input<'consent.add'>): string {
  return writing(context, (write) => {
    const customerId = ownerFile(write, input.customerId);
    const consent: Consent = { ...fresh(write.at), ...storable(input), customerId, at: write.at, agentId: context.agentId() };
    putNew(write, tables.consent, consent);
    return customerId;
  });
}

export function addNote(context: StoreContext, input: Input<'note.add'>): string {
  return writing(context, (write) => {
    const customerId = ownerFile(write, input.customerId);
    if (input.text.trim() === '') throw refused('text', 'required');
    const note: Note = { ...fresh(write.at), ...storable(input), customerId, at: write.at, agentId: context.agentId() };
    putNew(write, tables.note, note);
    return customerId;
  });
}

export function changeNote(context: StoreContext, { id, ...patch }: Input<'note.change'>): string {
  return writing(context, (write) => {
    const former = found(tables.note.get(write.db, id), 'note');
    putChanged(write, tables.note, former, { ...former, ...storable(defined(patch)) });
    return former.customerId;
  });
}

export function removeNote(context: StoreContext, { id }: Input<'note.remove'>): string {
  return writing(context, (write) => {
    const former = found(tables.note.get(write.db, id), 'note');
    removeRow(write, tables.note, former);
    return former.customerId;
  });
}

type CaseInput = Input<'case.open'>;

/** Notes what the customer asked or complained about and, in the same step, what was promised about it. */
export function openCase(context: StoreContext, input: CaseInput): string {
  return writing(context, (write) => openCaseIn(context, write, { ...input, customerId: ownerFile(write, input.customerId) }).customerId);
}

/** @param input with the customer as the file stands: of a merged one, the survivor. */
export function openCaseIn(context: StoreContext, write: Writing, { promised, ...input }: CaseInput): Case {
  if (input.subject.trim() === '') throw refused('subject', 'required');
  if (input.procedureId !== null) found(tables.procedure.get(write.db, input.procedureId), 'procedure');
  const me = context.agentId();
  const opened = { caseNumber: takeNumber(write, me), state: 'open', openedAt: write.at, openedBy: me, closedAt: null, result: '', readBackAt: null } as const;
  const row: Case = withoutMine({ ...fresh(write.at), ...storable(input), ...opened, ownerId: input.mine ? me : null });
  putNew(write, tables.case, row);
  const { customerId, priority, queueId, interactionId, mine } = input;
  if (promised !== null) promise(context, write, { customerId, caseId: row.id, text: promised.text, dueAt: promised.dueAt, priority, queueId, interactionId, mine });
  return row;
}

/** A step of a case's procedure is done, or is not after all. */
export function markStep(context: StoreContext, { caseId, step, done }: Input<'case.step'>): string {
  return writing(context, (write) => {
    const { customerId } = found(tables.case.get(write.db, caseId), 'case');
    const row: CaseStep = { ...fresh(write.at), customerId, caseId, step, done, at: write.at, agentId: context.agentId() };
    putNew(write, tables.caseStep, row);
    return customerId;
  });
}

/** `mine` is how the operator says who owns it; the row says the owner. */
function withoutMine<T extends object>({ mine: _, ...row }: T & { mine: boolean }): Omit<T, 'mine'> {
  return row;
}

export function changeCase(context: StoreContext, { id, mine, readBack, ...patch }: Input<'case.change'>): string {
  return writing(context, (write) => {
    const former = found(tables.case.get(write.db, id), 'case');
    const readBackAt = readBack === undefined ? former.readBackAt : readBack ? write.at : null;
    const next = { ...former, ...storable(defined(patch)), readBackAt };
    const isOver = next.state === 'solved' || next.state === 'closed';
    const closedAt = isOver ? (former.closedAt ?? write.at) : null;
    putChanged(write, tables.case, former, { ...next, closedAt, ownerId: mine === undefined ? former.ownerId : mine ? context.agentId() : null });
    return former.customerId;
  });
}

export function addPromise(context: StoreContext, input: Input<'promise.add'>): string {
  return writing(context, (write) => {
    const customerId = ownerFile(write, input.customerId);
    promise(context, write, { ...input, customerId });
    return customerId;
  });
}

function promise(context: StoreContext, write: Writing, input: Input<'promise.add'>): void {
  if (input.text.trim() === '') throw refused('text', 'required');
  const me = context.agentId();
  const row: CustomerPromise = withoutMine({ ...fresh(write.at), ...storable(input), ownerId: input.mine ? me : null, state: 'open' as const, madeAt: write.at, madeBy: me, doneAt: null });
  putNew(write, tables.promise, row);
  if (input.interactionId !== null) forgetDraft(write.db, input.interactionId, { promise: input.text });
}

export function changePromise(context: StoreContext, { id, mine, ...patch }: Input<'promise.change'>): string {
  return writing(context, (write) => {
    const former = found(tables.promise.get(write.db, id), 'promise');
    const next = { ...former, ...storable(defined(patch)) };
    putChanged(write, tables.promise, former, { ...next, doneAt: next.state === 'open' ? null : (former.doneAt ?? write.at), ownerId: mine === undefined ? former.ownerId : mine ? context.agentId() : null });
    return former.customerId;
  });
}

/** The work of somebody who is absent, or of nobody, becomes that of a colleague; null: whoever takes it. */
export function handOverWork(context: StoreContext, { kind, id, ownerId }: Input<'work.handOver'>): string {
  return writing(context, (write) => {
    if (ownerId !== null) found(tables.agent.get(write.db, ownerId), 'agent');
    return kind === 'case' ? owned(write, tables.case, id, ownerId) : owned(write, tables.promise, id, ownerId);
  });
}

function owned<N extends 'case' | 'promise'>(write: Writing, table: EntityTable<N>, id: string, ownerId: string | null): string {
  const former = found(table.get(write.db, id), table.entity);
  putChanged(write, table, former, { ...former, ownerId });
  return former.customerId;
}
