import { useMemo, useRef, useState } from 'react';
import type { CustomerFile, InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Duplicates } from '../file/Duplicates.tsx';
import { FieldHistory } from '../file/FieldHistory.tsx';
import { CustomerFieldset } from './CustomerFieldset.tsx';
import { changeOf } from './customer-change.ts';
import { addressFields, customerFields, draftName, faultsInChanges, formOf, type CustomerField } from './customer-form.ts';
import { MoreContacts } from './MoreContacts.tsx';
import { useCustomerForm } from './use-customer-form.ts';
import styles from './Customer.module.css';

interface CustomerSheetProps {
  readonly file: InteractionFile;
  readonly customer: CustomerFile;
  readonly onChangeCustomer: () => void;
}

/** The linked customer's data, to be checked and corrected while talking. */
export function CustomerSheet({ file, customer, onChangeCustomer }: CustomerSheetProps) {
  const { t } = useTexts();
  const { store, queries, pointer, notices } = useServices();
  const report = useReport();
  const { id } = customer.customer;
  const country = useCountry();
  const base = useMemo(() => formOf(customer, country), [customer, country]);
  const inHand = useCustomerForm(file, id, base);
  const { changed, values } = inHand;

  function save(): void {
    const [problem] = faultsInChanges(values, base, country);
    if (problem !== undefined) {
      pointer.point(draftName(id, problem.field));
      return;
    }
    const change = changeOf(customer, values, country);
    if (change === null) return;
    void report(async () => {
      keepCustomer(queries, await store.call('customer.change', { id, change }));
      notices.show({ kind: 'done', code: 'done.customerSaved' });
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
      <Duplicates file={customer} />
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
        <CustomerFieldset inHand={inHand} />
        <div className={styles.sheetFoot}>
          <span className={styles.muted}>{changed.length === 0 ? t('customer.unchanged') : t('customer.changed', { count: changed.length })}</span>
          <span className={styles.buttons}>
            <Button size="small" keys="Ctrl+h" onPress={showFormer}>
              {t('correction.open')}
            </Button>
            <Button size="small" keys="Ctrl+j" onPress={onChangeCustomer}>
              {t('customer.other')}
            </Button>
            <Button size="small" type="submit" keys="Ctrl+s" isDisabled={changed.length === 0}>
              {t('customer.save')}
            </Button>
          </span>
        </div>
      </form>
      <MoreContacts customer={customer} />
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
