import type { Grouping } from '#shared/domain/checks/grouping.ts';
import { maskText } from '#shared/domain/mask-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { Field } from '../../ui/Field.tsx';
import { groupedAs } from '../entry/grouped-as.ts';
import { verified } from '../entry/verified.ts';
import { LockSign } from '../identity/LockSign.tsx';
import { AddressFields, type AddressLine } from './AddressFields.tsx';
import type { CustomerField } from './customer-form.ts';
import type { useCustomerForm } from './use-customer-form.ts';
import styles from './Customer.module.css';

interface CustomerFieldsetProps {
  readonly inHand: ReturnType<typeof useCustomerForm>;
  /** Whether a field is not shown yet: it stands there, and cannot be written over. */
  readonly isMasked?: (field: CustomerField) => boolean;
}

/** Numbers that stand in groups. */
const groupings: Readonly<Partial<Record<CustomerField, Grouping>>> = { vatNumber: 'vat', phone: 'phone', mobile: 'phone', birthDate: 'date' };

/** What the form can tell right from wrong. */
const isVerified: ReadonlySet<CustomerField> = new Set(['vatNumber', 'birthDate', 'phone', 'mobile', 'email', 'postcode']);

const languages = ['nl', 'fr', 'en', 'de'] as const;

/** The customer's data, in the order in which it is asked on the telephone. */
export function CustomerFieldset({ inHand, isMasked = () => false }: CustomerFieldsetProps) {
  const { t } = useTexts();
  const { bind, faultIn, values, changed } = inHand;
  const organisation = values.kind === 'organisation';

  function line(field: CustomerField, extra: AddressLine & { readonly type?: string; readonly required?: boolean; readonly placeholder?: string } = {}) {
    if (isMasked(field)) return <Field key={`masked ${field}`} label={t(`customer.${field}`)} labelAside={<LockSign />} className={extra.className} value={maskText} readOnly data-masked="" />;
    return (
      <Field
        label={t(`customer.${field}`)}
        autoComplete="off"
        isChanged={changed.includes(field)}
        error={faultText(t, faultIn(field))}
        {...groupedAs(groupings[field])}
        {...(isVerified.has(field) ? verified : {})}
        {...extra}
        {...bind(field)}
      />
    );
  }

  const kind = (
    <Field as="select" label={t('customer.kind')} isChanged={changed.includes('kind')} {...bind('kind')}>
      <option value="person">{t('customer.person')}</option>
      <option value="organisation">{t('customer.organisation')}</option>
    </Field>
  );
  return (
    <div className={styles.grid}>
      {organisation ? line('organisationName', { className: styles.wide, required: true }) : null}
      {organisation ? line('vatNumber') : null}
      <Field as="select" label={t('customer.salutation')} isChanged={changed.includes('salutation')} {...bind('salutation')}>
        <option value="none">{t('customer.noSalutation')}</option>
        <option value="mr">{t('salutation.mr')}</option>
        <option value="mrs">{t('salutation.mrs')}</option>
      </Field>
      {line('givenName')}
      {line('familyName', { required: !organisation })}
      {line('phone', { type: 'tel' })}
      {line('mobile', { type: 'tel' })}
      {organisation ? kind : line('birthDate', { placeholder: t('customer.birthDateHint') })}
      {line('email', { type: 'email', className: styles.wide })}
      <Field as="select" label={t('customer.language')} isChanged={changed.includes('language')} {...bind('language')}>
        {languages.map((language) => (
          <option key={language} value={language}>
            {t(`language.${language}`)}
          </option>
        ))}
      </Field>
      <AddressFields typed={values} isTownWide={organisation} line={line} />
      {organisation ? null : kind}
    </div>
  );
}
