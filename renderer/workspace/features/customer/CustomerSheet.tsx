import { useMemo, useRef, useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import type { DraftOwner } from '../../app/use-draft.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { isFieldMasked, isReachMasked } from '../identity/masked.ts';
import { Archived } from '../file/Archived.tsx';
import { Duplicates } from '../file/Duplicates.tsx';
import { FieldHistory } from '../file/FieldHistory.tsx';
import { CustomerFieldset } from './CustomerFieldset.tsx';
import { changeOf } from './customer-change.ts';
import { addressFields, customerFields, draftName, faultsInChanges, formOf, type CustomerField } from './customer-form.ts';
import { MoreContacts } from './MoreContacts.tsx';
import { useCustomerForm } from './use-customer-form.ts';
import { useNotedAlong } from './use-noted-along.ts';
import { useTyped } from '../../app/use-typed.ts';
import styles from './Customer.module.css';

interface CustomerSheetProps {
  /** Where keystrokes are journaled: the conversation or, outside of one, the customer. */
  readonly owner: DraftOwner;
  readonly customer: CustomerFile;
  /** In a conversation: it is with somebody else. */
  readonly onChangeCustomer?: () => void;
  /** Outside of one: back to reading. */
  readonly onDone?: () => void;
}

/** A customer's data, to be checked and corrected: while talking to them, or when they were looked up. */
export function CustomerSheet({ owner, customer, onChangeCustomer, onDone }: CustomerSheetProps) {
  const { t } = useTexts();
  const { store, queries, pointer, notices } = useServices();
  const report = useReport();
  const { id } = customer.customer;
  const country = useCountry();
  const base = useMemo(() => formOf(customer, country), [customer, country]);
  const inHand = useCustomerForm(owner, id, base, useNotedAlong(id));
  const { changed, values, typed } = inHand;
  const { saving, drop } = useTyped(owner.interaction.id);

  function save(): void {
    const [problem] = faultsInChanges(values, base, country);
    if (problem !== undefined) {
      pointer.point(draftName(id, problem.field));
      return;
    }
    const change = changeOf(customer, values, country);
    if (change === null) return;
    void report(async () => {
      keepCustomer(queries, await saving(typed, async (journaled) => await store.call('customer.change', { id, change, typed: journaled })));
      notices.show({ kind: 'done', code: 'done.customerSaved' });
      onDone?.();
    });
  }
  useShortcut('Ctrl+s', save, changed.length > 0);
  const [asked, setAsked] = useState<CustomerField | null>(null);
  /** The field that had the cursor: a press on the button has taken it away. */
  const last = useRef<CustomerField>('familyName');
  const showFormer = (): void => setAsked(last.current);
  useShortcut('Ctrl+h', showFormer);

  return (
    <div className={styles.sheet}>
      {customer.masked.length > 0 ? null : <Archived file={customer} />}
      {customer.masked.length > 0 ? null : <Duplicates file={customer} />}
      <form
        className={styles.sheet}
        noValidate
        onFocus={(event) => {
          last.current = fieldNamed(event.target.getAttribute('name')) ?? last.current;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <CustomerFieldset inHand={inHand} isMasked={(field) => isFieldMasked(customer, field)} />
        <div className={styles.sheetFoot}>
          <span className={styles.muted}>{changed.length === 0 ? t('customer.unchanged') : t('customer.changed', { count: changed.length })}</span>
          <span className={styles.buttons}>
            <Button size="small" keys="Ctrl+h" onPress={showFormer}>
              {t('correction.open')}
            </Button>
            {onChangeCustomer === undefined ? null : (
              <Button size="small" keys="Ctrl+j" onPress={onChangeCustomer}>
                {t('customer.other')}
              </Button>
            )}
            {onDone === undefined ? null : (
              <Button size="small" onPress={() => void report(() => drop(typed)).then((done) => done && onDone())}>
                {t('action.cancel')}
              </Button>
            )}
            <Button size="small" type="submit" keys="Ctrl+s" isDisabled={changed.length === 0}>
              {t('customer.save')}
            </Button>
          </span>
        </div>
      </form>
      {isReachMasked(customer) ? null : <MoreContacts customer={customer} />}
      {asked === null ? null : <FieldHistory customerId={id} label={t(`customer.${asked}`)} fields={correctionsBehind(asked)} onClose={() => setAsked(null)} />}
    </div>
  );
}

function fieldNamed(name: string | null): CustomerField | undefined {
  return customerFields.find((field) => field === name);
}

/** Which corrections a field of the form is made of. */
function correctionsBehind(field: CustomerField): readonly string[] {
  if (field === 'phone' || field === 'mobile' || field === 'email') return ['contactPoint.value', 'contactPoint.removed'];
  return addressFields.includes(field) ? [`address.${field}`, 'address.removed'] : [`customer.${field}`];
}
