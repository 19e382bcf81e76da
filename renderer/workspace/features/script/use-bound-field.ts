import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useReport } from '../../app/use-report.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { formFieldOf } from '#shared/domain/script/bind.ts';
import { changeOf } from '../customer/customer-change.ts';
import { addressFields, draftName, formOf, withDraft } from '../customer/customer-form.ts';
import { useTyped } from '../../app/use-typed.ts';
import { boundValue, notedText, type BoundField, type BoundValue } from './bound-value.ts';

export interface BoundFieldInHand extends BoundValue {
  readonly type: (text: string) => void;
  /** The file says it right: the script notes it. */
  readonly confirm: () => void;
  /** What stands in the field, or what the script noted, goes into the file: a correction like any other. */
  readonly keep: (text: string) => void;
}

/** A script's field that is a field of the customer's file. */
export function useBoundField(field: BoundField, file: InteractionFile): BoundFieldInHand {
  const { store, queries, notices } = useServices();
  const report = useReport();
  const country = useCountry();
  const { values: ofForm } = useDraft(file, 'customer');
  const { values: ofScript, record } = useDraft(file, 'script');
  const { saving } = useTyped(file.interaction.id);
  const values = { ...ofScript, ...ofForm };
  const bound = boundValue(field, file, values, country);
  const name = formFieldOf(field.bind);
  const { customer } = file;
  const isBound = customer !== null && bound.state !== 'masked';
  const note = (text: string) => ({ [`script.${field.key}`]: notedText(field.bind, text) });

  return {
    ...bound,
    type: (text) => record(isBound ? { [draftName(customer.customer.id, name)]: text, ...note(text) } : note(text)),
    confirm: () => record(note(bound.text)),
    keep(text) {
      if (!isBound) return;
      const { id } = customer.customer;
      const form = withDraft(formOf(customer, country), id, { ...values, [draftName(id, name)]: text });
      // An address is kept whole; of anything else only this field.
      const own = addressFields.includes(name) ? addressFields : [name];
      const base = formOf(customer, country);
      const change = changeOf(customer, { ...base, ...Object.fromEntries(own.map((part) => [part, form[part]])) }, country);
      const typed = Object.fromEntries(own.map((part) => [draftName(id, part), form[part]]));
      record({ ...note(text), [draftName(id, name)]: text });
      if (change === null) return;
      void report(async () => {
        keepCustomer(queries, await saving(typed, async (journaled) => await store.call('customer.change', { id, change, typed: journaled })));
        notices.show({ kind: 'done', code: 'done.customerSaved' });
      });
    },
  };
}
