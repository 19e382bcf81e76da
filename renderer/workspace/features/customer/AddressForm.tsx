import { useState } from 'react';
import { fault, type Fault } from '#shared/domain/checks/fault.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import type { Address } from '#shared/domain/entities.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useCountry } from '../../app/use-country.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import file from '../file/File.module.css';
import { AddressFields, type AddressLine, type AddressText } from './AddressFields.tsx';
import styles from './Customer.module.css';

type AddressPatch = NonNullable<CustomerChange['addresses']>[number];

interface AddressFormProps {
  /** What is corrected; null: one more. */
  readonly address: Address | null;
  readonly busy: boolean;
  readonly onSave: (address: AddressPatch) => Promise<void>;
  readonly onCancel: () => void;
}

const kinds = ['delivery', 'billing', 'home'] as const;
const texts = ['street', 'houseNumber', 'box', 'postcode', 'town'] as const;
const longest: Readonly<Record<AddressText, number>> = { street: 200, houseNumber: 20, box: 20, postcode: 12, town: 200 };

/** One more address of a customer: where it is delivered, where the invoice goes. */
export function AddressForm({ address, busy, onSave, onCancel }: AddressFormProps) {
  const { t } = useTexts();
  const country = useCountry();
  const [kind, setKind] = useState<Address['kind']>(address?.kind ?? 'delivery');
  const [typed, setTyped] = useState<Readonly<Record<AddressText, string>>>({ street: address?.street ?? '', houseNumber: address?.houseNumber ?? '', box: address?.box ?? '', postcode: address?.postcode ?? '', town: address?.town ?? '' });
  const [isTried, setTried] = useState(false);
  const land = address?.country ?? country;
  const text = (field: AddressText): string => typed[field].trim();
  const faultOf = (field: AddressText): Fault | null => {
    if (field !== 'box' && text(field) === '') return fault('required');
    return field === 'postcode' && !isPostcode(text(field), land) ? fault('postcode') : null;
  };

  function save(): void {
    setTried(true);
    if (texts.some((field) => faultOf(field) !== null)) return;
    const values = { kind, street: text('street'), houseNumber: text('houseNumber'), box: text('box') === '' ? null : text('box'), postcode: text('postcode'), town: text('town'), country: land };
    void onSave(address === null ? values : { ...values, id: address.id });
  }

  function line(field: AddressText, extra: AddressLine = {}) {
    return (
      <Field
        label={t(`customer.${field}`)}
        autoComplete="off"
        maxLength={longest[field]}
        error={isTried ? faultText(t, faultOf(field)) : undefined}
        value={typed[field]}
        onChange={(event) => setTyped((before) => ({ ...before, [field]: event.target.value }))}
        {...extra}
      />
    );
  }

  return (
    <form
      className={file.form}
      noValidate
      aria-label={t(address === null ? 'file.addAddress' : 'file.editAddress')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.grid}>
        <Field as="select" autoFocus label={t('file.addressKind')} value={kind} onChange={(event) => setKind(event.target.value as Address['kind'])}>
          {kinds.map((option) => (
            <option key={option} value={option}>
              {t(`address.${option}`)}
            </option>
          ))}
        </Field>
        <AddressFields typed={{ ...typed, country: land }} line={line} />
      </div>
      <div className={file.foot}>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="submit" isDisabled={busy}>
          {t(address === null ? 'file.add' : 'file.saveAddress')}
        </Button>
      </div>
    </form>
  );
}
