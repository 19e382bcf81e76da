import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { useOnce } from '../../app/use-once.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import file from '../file/File.module.css';
import { isEmail, toE164 } from './checks.ts';
import { shownAddress, shownContact } from './customer-form.ts';

const contactKinds = ['phone', 'mobile', 'email'] as const;
type ContactKind = (typeof contactKinds)[number];

/** The numbers, mail addresses and addresses that the form has no field for: all of them can go, and more can come. */
export function MoreContacts({ customer }: { readonly customer: CustomerFile }) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const [adding, setAdding] = useState(false);
  const inForm = new Set(contactKinds.map((kind) => shownContact(customer, kind)?.id));
  const formAddress = shownAddress(customer)?.id;
  const points = customer.contactPoints.filter(({ id }) => !inForm.has(id));
  const addresses = customer.addresses.filter(({ id }) => id !== formAddress);
  const change = (part: CustomerChange): Promise<boolean> => once(async () => keepCustomer(queries, await store.call('customer.change', { id: customer.customer.id, change: part })));
  const remove = (part: NonNullable<CustomerChange['removed']>): void => void change({ removed: part });
  return (
    <section aria-labelledby="more-contacts">
      <div className={file.head}>
        <h3 id="more-contacts" className={file.heading}>
          {t('file.moreContacts')}
        </h3>
        {adding ? null : (
          <Button size="small" onPress={() => setAdding(true)}>
            {t('file.addContact')}
          </Button>
        )}
      </div>
      <ul className={file.list}>
        {points.map((point) => (
          <li key={point.id} className={file.item} data-selectable="true">
            <span>
              <span className={file.muted}>{t(`customer.${point.kind}`)}</span> {point.kind === 'email' ? point.value : phone(point.value)}
            </span>
            <span className={file.row}>
              <Button size="small" isDisabled={busy} onPress={() => void change({ contactPoints: customer.contactPoints.filter(({ kind }) => kind === point.kind).map(({ id, kind, value }) => ({ id, kind, value, preferred: id === point.id })) })}>
                {t('file.prefer')}
              </Button>
              <Button size="small" isDisabled={busy} onPress={() => remove({ contactPoints: [point.id], addresses: [] })}>
                {t('file.remove')}
              </Button>
            </span>
          </li>
        ))}
        {addresses.map((address) => (
          <li key={address.id} className={file.item} data-selectable="true">
            <span>
              <span className={file.muted}>{t(`address.${address.kind}`)}</span> {`${address.street} ${address.houseNumber}`}
              {address.box === null ? '' : ` ${t('customer.box').toLowerCase()} ${address.box}`}, {address.postcode} {address.town}
            </span>
            <Button size="small" isDisabled={busy} onPress={() => remove({ contactPoints: [], addresses: [address.id] })}>
              {t('file.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddContact
          busy={busy}
          onCancel={() => setAdding(false)}
          onAdd={async (kind, value) => {
            if (await change({ contactPoints: [{ kind, value, preferred: false }] })) setAdding(false);
          }}
        />
      ) : null}
    </section>
  );
}

interface AddContactProps {
  readonly busy: boolean;
  readonly onAdd: (kind: ContactKind, value: string) => Promise<void>;
  readonly onCancel: () => void;
}

function AddContact({ busy, onAdd, onCancel }: AddContactProps) {
  const { t } = useTexts();
  const country = useCountry();
  const [kind, setKind] = useState<ContactKind>('mobile');
  const [text, setText] = useState('');
  const [isLeft, setLeft] = useState(false);
  const value = kind === 'email' ? (isEmail(text.trim()) ? text.trim() : null) : toE164(text, country);
  return (
    <form
      className={file.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (value !== null) void onAdd(kind, value);
      }}
    >
      <Field as="select" autoFocus label={t('file.contactKind')} value={kind} onChange={(event) => setKind(event.target.value as ContactKind)}>
        {contactKinds.map((option) => (
          <option key={option} value={option}>
            {t(`customer.${option}`)}
          </option>
        ))}
      </Field>
      <Field
        className={file.grow}
        label={t('file.contactValue')}
        autoComplete="off"
        maxLength={320}
        error={isLeft && value === null ? t(kind === 'email' ? 'form.error.email' : 'form.error.phone') : undefined}
        value={text}
        onBlur={() => setLeft(text !== '')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="small" type="submit" isDisabled={busy}>
        {t('file.add')}
      </Button>
      <Button size="small" onPress={onCancel}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}
