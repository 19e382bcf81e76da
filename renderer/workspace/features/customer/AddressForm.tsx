import { useId, useState } from 'react';
import type { Address } from '#shared/domain/entities.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useCountry } from '../../app/use-country.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import file from '../file/File.module.css';
import { isPostcode } from './checks.ts';
import { useTowns } from './use-towns.ts';
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
type TextField = (typeof texts)[number];
const longest: Readonly<Record<TextField, number>> = { street: 200, houseNumber: 20, box: 20, postcode: 12, town: 200 };

/** One more address of a customer: where it is delivered, where the invoice goes. */
export function AddressForm({ address, busy, onSave, onCancel }: AddressFormProps) {
  const { t } = useTexts();
  const country = useCountry();
  const listId = useId();
  const [kind, setKind] = useState<Address['kind']>(address?.kind ?? 'delivery');
  const [typed, setTyped] = useState<Readonly<Record<TextField, string>>>({ street: address?.street ?? '', houseNumber: address?.houseNumber ?? '', box: address?.box ?? '', postcode: address?.postcode ?? '', town: address?.town ?? '' });
  const [isTried, setTried] = useState(false);
  const land = address?.country ?? country;
  const { offered, postcodeHint, townHint } = useTowns({ ...typed, country: land });
  const text = (field: TextField): string => typed[field].trim();
  const faultOf = (field: TextField): 'required' | 'postcode' | null => {
    if (field !== 'box' && text(field) === '') return 'required';
    return field === 'postcode' && !isPostcode(text(field), land) ? 'postcode' : null;
  };

  function save(): void {
    setTried(true);
    if (texts.some((field) => faultOf(field) !== null)) return;
    const values = { kind, street: text('street'), houseNumber: text('houseNumber'), box: text('box') === '' ? null : text('box'), postcode: text('postcode'), town: text('town'), country: land };
    void onSave(address === null ? values : { ...values, id: address.id });
  }

  function line(field: TextField, extra: { readonly className?: string | undefined; readonly list?: string; readonly hint?: string | undefined } = {}) {
    const fault = isTried ? faultOf(field) : null;
    return (
      <Field
        label={t(`customer.${field}`)}
        autoComplete="off"
        maxLength={longest[field]}
        error={fault === null ? undefined : t(`form.error.${fault}`)}
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
        {line('street', { className: styles.wide })}
        <div className={styles.pair}>
          {line('houseNumber')}
          {line('box')}
        </div>
        {line('postcode', { hint: postcodeHint })}
        {line('town', { list: listId, hint: townHint })}
        <datalist id={listId}>
          {offered.map(({ postcode, town }) => (
            <option key={postcode + town} value={town} label={text('postcode') === '' ? `${postcode} ${town}` : town} />
          ))}
        </datalist>
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
