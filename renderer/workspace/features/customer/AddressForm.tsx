import { useState } from 'react';
import { fault, type Fault } from '#shared/domain/checks/fault.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import type { Address } from '#shared/domain/entities.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useCountry } from '../../app/use-country.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import file from '../file/File.module.css';
import { AddressFields, type AddressLine, type AddressText } from './AddressFields.tsx';
import styles from './Customer.module.css';

type AddressPatch = NonNullable<CustomerChange['addresses']>[number];

interface AddressFormProps {
  readonly customerId: string;
  /** What is corrected; null: one more. */
  readonly address: Address | null;
  readonly busy: boolean;
  /** `done` is called once it is in the file. */
  readonly onSave: (address: AddressPatch, done: () => Promise<void>) => Promise<void>;
  readonly onCancel: (done: () => Promise<void>) => void;
}

const kinds = ['delivery', 'billing', 'home'] as const;
const texts = ['street', 'houseNumber', 'box', 'postcode', 'town'] as const;
const longest: Readonly<Record<AddressText, number>> = { street: 200, houseNumber: 20, box: 20, postcode: 12, town: 200 };

/** One more address of a customer: where it is delivered, where the invoice goes. */
export function AddressForm({ customerId, address, busy, onSave, onCancel }: AddressFormProps) {
  const { t } = useTexts();
  const country = useCountry();
  const initial = { kind: address?.kind ?? 'delivery', street: address?.street ?? '', houseNumber: address?.houseNumber ?? '', box: address?.box ?? '', postcode: address?.postcode ?? '', town: address?.town ?? '' };
  const { values: typed, set, done } = useKeptForm(customerId, `address.${address?.id ?? 'new'}`, initial);
  const kind = kinds.find((one) => one === typed.kind) ?? 'delivery';
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
    void onSave(address === null ? values : { ...values, id: address.id }, done);
  }

  function line(field: AddressText, extra: AddressLine = {}) {
    return (
      <Field
        label={t(`customer.${field}`)}
        autoComplete="off"
        maxLength={longest[field]}
        error={isTried ? faultText(t, faultOf(field)) : undefined}
        value={typed[field]}
        onChange={(event) => set({ [field]: event.target.value })}
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
        <Field as="select" autoFocus label={t('file.addressKind')} value={kind} onChange={(event) => set({ kind: event.target.value })}>
          {kinds.map((option) => (
            <option key={option} value={option}>
              {t(`address.${option}`)}
            </option>
          ))}
        </Field>
        <AddressFields typed={{ ...typed, country: land }} line={line} />
      </div>
      <div className={file.foot}>
        <Button size="small" onPress={() => onCancel(done)}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="submit" isDisabled={busy}>
          {t(address === null ? 'file.add' : 'file.saveAddress')}
        </Button>
      </div>
    </form>
  );
}
