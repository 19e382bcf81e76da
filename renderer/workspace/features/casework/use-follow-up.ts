import { useState } from 'react';
import { missingOf, procedureDue, proceduresFor, type Procedure } from '#shared/domain/casework/procedure.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Case } from '#shared/domain/file-entities.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProcedures } from './casework-queries.ts';
import { toInput, toInstant, usualDue } from './due-input.ts';

export const followUpKinds = ['question', 'complaint', 'claim', 'promise'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

interface FollowUp {
  readonly kind: FollowUpKind;
  readonly procedureId: string | null;
  readonly subject: string;
  readonly description: string;
  /** As a `datetime-local` field has it. */
  readonly due: string;
  readonly mine: boolean;
  readonly promised: string;
  readonly collected: Readonly<Record<string, string>>;
}

/** What is being noted in the dialog: a case by a procedure of the centre, or without one, or a promise alone. */
export function useFollowUp(file: InteractionFile, customerId: string) {
  const { language } = useTexts();
  const { store, queries, notices } = useServices();
  const all = useProcedures();
  const queueId = file.queue?.id ?? null;
  const [wish, setWish] = useState<FollowUp>(() => ({ kind: 'question', procedureId: null, subject: '', description: '', due: toInput(usualDue(Date.now())), mine: true, promised: '', collected: {} }));
  const procedures = wish.kind === 'promise' ? [] : proceduresFor(all, wish.kind, queueId);
  const procedure = procedures.find(({ id }) => id === wish.procedureId) ?? null;
  const missing = procedure === null ? [] : missingOf(procedure, wish.collected);
  const dueAt = toInstant(wish.due);

  /** What the procedure says is filled in; all of it can still be changed. */
  function follow(next: Procedure | null): Partial<FollowUp> {
    if (next === null) return { procedureId: null, collected: {} };
    return { procedureId: next.id, collected: {}, mine: next.owner === 'operator', due: toInput(procedureDue(next, new Date().toISOString())) };
  }

  return {
    wish,
    procedures,
    procedure,
    missing,
    isComplete: dueAt !== null && missing.length === 0 && (wish.subject.trim() !== '' || procedure !== null),
    set: (change: Partial<FollowUp>) => setWish((before) => ({ ...before, ...change })),
    setKind: (kind: FollowUpKind): void => {
      const [only, ...others] = kind === 'promise' ? [] : proceduresFor(all, kind, queueId);
      setWish((before) => ({ ...before, kind, ...follow(others.length === 0 ? (only ?? null) : null) }));
    },
    setProcedure: (id: string) => setWish((before) => ({ ...before, ...follow(procedures.find((candidate) => candidate.id === id) ?? null) })),
    collect: (key: string, value: string) => setWish((before) => ({ ...before, collected: { ...before.collected, [key]: value } })),
    /** @returns the id of the case that came about; null for a promise. */
    save: async (): Promise<string | null> => {
      if (dueAt === null) return null;
      const { kind, mine, promised, collected, description } = wish;
      const common = { customerId, interactionId: file.interaction.id, queueId, mine };
      const subject = wish.subject.trim() || (procedure === null ? '' : localised(procedure.topic, language));
      const known = new Set(file.customer?.cases.map(({ id }) => id));
      const next =
        kind === 'promise'
          ? await store.call('promise.add', { ...common, text: subject, dueAt, caseId: null })
          : await store.call('case.open', {
              ...common,
              ...{ kind, subject, dueAt, collected: { ...collected }, description: description.trim(), procedureId: procedure?.id ?? null },
              priority: procedure?.priority ?? usualPriority(kind),
              promised: promised.trim() === '' ? null : { text: promised.trim(), dueAt },
            });
      keepCustomer(queries, next);
      notices.show({ kind: 'done', code: 'done.followUp' });
      return next.cases.find(({ id }) => !known.has(id))?.id ?? null;
    },
  };
}

function usualPriority(kind: Case['kind']): Case['priority'] {
  return kind === 'question' ? 'normal' : 'high';
}
