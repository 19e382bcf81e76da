import { useEffect, useEffectEvent, useRef } from 'react';
import { useForm, type FieldErrors, type Resolver, type UseFormReturn } from 'react-hook-form';
import type { Fault } from '#shared/domain/checks/fault.ts';
import type { Draft } from '#shared/domain/customer-file.ts';
import { useCountry } from '../../app/use-country.ts';
import { useDraft, type DraftOwner } from '../../app/use-draft.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { changedFields, customerFields, draftName, problemsOf, withDraft, type CustomerField, type CustomerForm } from './customer-form.ts';

interface CustomerFormInHand {
  readonly form: UseFormReturn<CustomerForm>;
  /** What stands in the form, typed or from the file. */
  readonly values: CustomerForm;
  readonly changed: readonly CustomerField[];
  /** What the journal has of this form. */
  readonly typed: Draft;
  /** Props for a field's control: every change goes to the journal. */
  readonly bind: (field: CustomerField) => ReturnType<UseFormReturn<CustomerForm>['register']>;
  /** What is said to be wrong with a field: only once it was left, and no longer than it is so. */
  readonly faultIn: (field: CustomerField) => Fault | null;
}

const nothing = (): Draft => ({});

/**
 * A customer form whose keystrokes are journaled with the conversation or, outside of one, with the customer.
 *
 * @param owner the customer's id, or `new`.
 * @param along what else the journal keeps when a field is typed in.
 * @param base what the file has. When it changes underneath, fields that nobody touched follow it.
 */
export function useCustomerForm(file: DraftOwner, owner: string, base: CustomerForm, along: (field: CustomerField, text: string) => Draft = nothing): CustomerFormInHand {
  const country = useCountry();
  const { values: draft, record } = useDraft(file, 'customer');
  const values = withDraft(base, owner, draft);
  const resolver: Resolver<CustomerForm> = (typed) => {
    const problems = problemsOf(typed, country);
    if (problems.length === 0) return { values: typed, errors: {} };
    const errors = Object.fromEntries(problems.map(({ field, fault }) => [field, { type: fault.code }]));
    return { values: {}, errors: errors as FieldErrors<CustomerForm> };
  };
  const form = useForm<CustomerForm>({ defaultValues: values, resolver, mode: 'onBlur' });

  // What was typed and taken back by hand is no change: when the file goes on, the field goes with it.
  const seen = useRef(base);
  const follow = useEffectEvent(() => {
    const former = seen.current;
    seen.current = base;
    const settled = customerFields.filter((field) => values[field] !== base[field] && values[field] === former[field]);
    if (settled.length > 0) record(Object.fromEntries(settled.map((field) => [draftName(owner, field), base[field]])));
    for (const field of customerFields) {
      const wanted = settled.includes(field) ? base[field] : values[field];
      if (form.getValues(field) !== wanted) form.setValue(field, wanted);
    }
  });
  useEffect(() => follow(), [base]);

  // The same field can stand in the script: what is typed there is typed here.
  const hear = useEffectEvent(() => {
    for (const field of customerFields) {
      const typed = draft[draftName(owner, field)];
      if (typed !== undefined && form.getValues(field) !== typed) form.setValue(field, values[field]);
    }
  });
  useEffect(() => hear());

  usePointed((pointed) => {
    const field = customerFields.find((candidate) => draftName(owner, candidate) === pointed);
    if (field === undefined) return;
    void form.trigger();
    form.setFocus(field);
  });

  const { errors } = form.formState;
  const isNamed = Object.keys(errors).length > 0;
  const problems = isNamed ? problemsOf(values, country) : [];
  return {
    form,
    values,
    changed: changedFields(values, base),
    typed: Object.fromEntries(Object.entries(draft).filter(([name]) => name.startsWith(draftName(owner, '')))),
    bind: (field) =>
      form.register(field, {
        onChange(event: { target: { value: string } }) {
          const { value } = event.target;
          record({ ...along(field, value), [draftName(owner, field)]: value });
          // A field that was well is not judged while it is typed in.
          if (errors[field] !== undefined && !problemsOf({ ...values, [field]: value }, country).some((problem) => problem.field === field)) form.clearErrors(field);
        },
      }),
    faultIn: (field) => (errors[field] === undefined ? null : (problems.find((problem) => problem.field === field)?.fault ?? null)),
  };
}
