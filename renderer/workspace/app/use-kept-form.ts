import { useQuery } from '@tanstack/react-query';
import type { Draft } from '#shared/domain/customer-file.ts';
import { useServices } from './services.ts';
import { draftOfFile } from './store-queries.ts';
import { useDraft } from './use-draft.ts';
import { useTyped } from './use-typed.ts';

interface KeptForm<F extends string> {
  /** What stands in its fields. */
  readonly values: Readonly<Record<F, string>>;
  readonly set: (fields: Partial<Record<F, string>>) => void;
  /** It was saved, or given up: the journal lets go of it. */
  readonly done: () => Promise<void>;
}

const formName = /^form\.([^.]+\.[^.]+)\./;
const nameOf = (form: string, field: string): string => `form.${form}.${field}`;

function useFileDraft(ownerId: string) {
  const { store } = useServices();
  const { data: draft = {} } = useQuery(draftOfFile(store, ownerId));
  return useDraft({ interaction: { id: ownerId }, draft }, 'form');
}

/**
 * A small form about a customer (one more number, a consent) or an article, whose keystrokes are journaled with that, in a conversation
 * and outside of one: a crash, another page or the end of the conversation loses nothing of it.
 *
 * @param ownerId the customer's id, or the article's.
 * @param form its kind and what it is about: `contact.new`, `address.<id>`.
 */
export function useKeptForm<F extends string>(ownerId: string, form: string, initial: Readonly<Record<F, string>>): KeptForm<F> {
  const { values: draft, record } = useFileDraft(ownerId);
  const { drop } = useTyped(ownerId);
  const fields = Object.keys(initial) as F[];
  // Also what an earlier version of the form asked, or another choice in it: it goes when the form does.
  const typed: Draft = Object.fromEntries(Object.entries(draft).filter(([name]) => name.startsWith(nameOf(form, ''))));
  return {
    values: Object.fromEntries(fields.map((field) => [field, typed[nameOf(form, field)] ?? initial[field]])) as Record<F, string>,
    set(changed) {
      const next = Object.fromEntries(Object.entries<string | undefined>(changed).flatMap(([field, value]) => (value === undefined ? [] : [[nameOf(form, field), value]])));
      record(next);
      // Typed and taken back by hand: nothing is left that somebody would have to finish. A draft that could not be dropped says what the file says.
      const all = { ...typed, ...next };
      if (fields.every((field) => (all[nameOf(form, field)] ?? initial[field]) === initial[field])) drop(all).catch(() => undefined);
    },
    done: async () => {
      if (Object.keys(typed).length > 0) await drop(typed);
    },
  };
}

/** @returns the forms about this customer that were begun, and neither saved nor given up. */
export function useBegunForms(customerId: string): ReadonlySet<string> {
  const { values } = useFileDraft(customerId);
  return new Set(Object.keys(values).flatMap((field) => formName.exec(field)?.[1] ?? []));
}
