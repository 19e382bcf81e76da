import { useState } from 'react';
import { missingOf, procedureDue, proceduresFor, type Procedure } from '#shared/domain/casework/procedure.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Case } from '#shared/domain/file-entities.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProcedures } from './casework-queries.ts';
import { toInput, toInstant, usualDue } from './due-input.ts';

export const followUpKinds = ['question', 'complaint', 'claim', 'promise'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Its name in the journal. */
export const followUpForm = 'followUp.new';

/** What a procedure asks stands with its procedure: another choice and back loses nothing. */
const collectedName = (procedureId: string, key: string): string => `collected.${procedureId}.${key}`;

/** What is being noted in the dialog: a case by a procedure of the centre, or without one, or a promise alone. Journaled as it is typed. */
export function useFollowUp(file: InteractionFile, customerId: string) {
  const { language } = useTexts();
  const { store, queries, notices } = useServices();
  const all = useProcedures();
  const queueId = file.queue?.id ?? null;
  const [usual] = useState(() => toInput(usualDue(Date.now())));
  const asked = Object.fromEntries(all.flatMap(({ id, fields }) => fields.map(({ key }) => [collectedName(id, key), ''])));
  const { values, set, done } = useKeptForm<string>(customerId, followUpForm, { ...asked, kind: 'question', procedureId: '', subject: '', description: '', due: usual, mine: 'yes', promised: '' });
  const text = (field: string): string => values[field] ?? '';
  const kind = followUpKinds.find((each) => each === text('kind')) ?? 'question';
  const procedures = kind === 'promise' ? [] : proceduresFor(all, kind, queueId);
  const procedure = procedures.find(({ id }) => id === text('procedureId')) ?? null;
  const collected = Object.fromEntries(procedure?.fields.flatMap(({ key }) => [[key, text(collectedName(procedure.id, key))]].filter(([, value]) => value !== '')) ?? []) as Record<string, string>;
  const wish = { kind, subject: text('subject'), description: text('description'), due: text('due'), mine: text('mine') !== '', promised: text('promised'), collected };
  const missing = procedure === null ? [] : missingOf(procedure, collected);
  const dueAt = toInstant(wish.due);

  /** What the procedure says is filled in; all of it can still be changed. */
  function follow(next: Procedure | null): Readonly<Record<string, string>> {
    if (next === null) return { procedureId: '' };
    return { procedureId: next.id, mine: next.owner === 'operator' ? 'yes' : '', due: toInput(procedureDue(next, new Date().toISOString())) };
  }

  return {
    wish,
    procedures,
    procedure,
    missing,
    isComplete: dueAt !== null && missing.length === 0 && (wish.subject.trim() !== '' || procedure !== null),
    set: (change: Partial<Record<'subject' | 'description' | 'due' | 'promised', string>>) => set(change),
    setMine: (mine: boolean) => set({ mine: mine ? 'yes' : '' }),
    setKind: (next: FollowUpKind): void => {
      const [only, ...others] = next === 'promise' ? [] : proceduresFor(all, next, queueId);
      set({ kind: next, ...follow(others.length === 0 ? (only ?? null) : null) });
    },
    setProcedure: (id: string) => set(follow(procedures.find((candidate) => candidate.id === id) ?? null)),
    collect: (key: string, value: string) => procedure !== null && set({ [collectedName(procedure.id, key)]: value }),
    /** It was noted, or given up: the journal lets go of it. One that cannot be let go of stands there again, as begun. */
    done: (): void => void done().catch(() => undefined),
    /** @returns the id of the case that came about; null for a promise. */
    save: async (): Promise<string | null> => {
      if (dueAt === null) return null;
      const { mine, promised, description } = wish;
      const common = { customerId, interactionId: file.interaction.id, queueId, mine };
      const subject = wish.subject.trim() || (procedure === null ? '' : localised(procedure.topic, language));
      const known = new Set(file.customer?.cases.map(({ id }) => id));
      const next =
        kind === 'promise'
          ? await store.call('promise.add', { ...common, text: subject, dueAt, caseId: null })
          : await store.call('case.open', {
              ...common,
              ...{ kind, subject, dueAt, collected, description: description.trim(), procedureId: procedure?.id ?? null },
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
