import { useId } from 'react';
import { maskText } from '#shared/domain/mask-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { LockSign } from '../identity/LockSign.tsx';
import type { CustomerField } from './customer-form.ts';
import type { useCustomerForm } from './use-customer-form.ts';
import { useTowns } from './use-towns.ts';
import styles from './Customer.module.css';

interface CustomerFieldsetProps {
  readonly inHand: ReturnType<typeof useCustomerForm>;
  /** Whether a field is not shown yet: it stands there, and cannot be written over. */
  readonly isMasked?: (field: CustomerField) => boolean;
}

const languages = ['nl', 'fr', 'en', 'de'] as const;

/** The customer's data, in the order in which it is asked on the telephone. */
export function CustomerFieldset({ inHand, isMasked = () => false }: CustomerFieldsetProps) {
  const { t } = useTexts();
  const { bind, errorOf, values, changed } = inHand;
  const listId = useId();
  const { offered, postcodeHint, townHint } = useTowns(values);
  const organisation = values.kind === 'organisation';

  function line(field: CustomerField, extra: { readonly className?: string | undefined; readonly type?: string; readonly required?: boolean; readonly placeholder?: string; readonly list?: string; readonly hint?: string | undefined } = {}) {
    if (isMasked(field)) return <Field key={`masked ${field}`} label={t(`customer.${field}`)} labelAside={<LockSign />} className={extra.className} value={maskText} readOnly data-masked="" />;
    const error = errorOf(field);
    return (
      <Field
        label={t(`customer.${field}`)}
        autoComplete="off"
        isChanged={changed.includes(field)}
        error={error === undefined ? undefined : t(`form.error.${error as 'required'}`)}
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
      {line('street', { className: styles.wide })}
      <div className={styles.pair}>
        {line('houseNumber')}
        {line('box')}
      </div>
      {line('postcode', { hint: postcodeHint })}
      {line('town', { className: organisation ? styles.wide : undefined, list: listId, hint: townHint })}
      <datalist id={listId}>
        {offered.map(({ postcode, town }) => (
          <option key={postcode + town} value={town} label={values.postcode.trim() === '' ? `${postcode} ${town}` : town} />
        ))}
      </datalist>
      {organisation ? null : kind}
    </div>
  );
}
