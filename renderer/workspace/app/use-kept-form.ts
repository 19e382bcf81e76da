import { useQuery } from '@tanstack/react-query';
import type { Draft } from '#shared/domain/customer-file.ts';
import { useServices } from './services.ts';
import { draftOfCustomer } from './store-queries.ts';
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

function useCustomerDraft(customerId: string) {
  const { store } = useServices();
  const { data: draft = {} } = useQuery(draftOfCustomer(store, customerId));
  return useDraft({ interaction: { id: customerId }, draft }, 'form');
}

/**
 * A small form about a customer (one more number, a consent) whose keystrokes are journaled with that customer, in a conversation and
 * outside of one: a crash, another page or the end of the conversation loses nothing of it.
 *
 * @param form its kind and what it is about: `contact.new`, `address.<id>`.
 */
export function useKeptForm<F extends string>(customerId: string, form: string, initial: Readonly<Record<F, string>>): KeptForm<F> {
  const { values: draft, record } = useCustomerDraft(customerId);
  const { drop } = useTyped(customerId);
  const fields = Object.keys(initial) as F[];
  const typed: Draft = Object.fromEntries(fields.flatMap((field) => (Object.hasOwn(draft, nameOf(form, field)) ? [[nameOf(form, field), draft[nameOf(form, field)] ?? '']] : [])));
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
  const { values } = useCustomerDraft(customerId);
  return new Set(Object.keys(values).flatMap((field) => formName.exec(field)?.[1] ?? []));
}
