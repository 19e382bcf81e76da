import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Address, ContactPoint } from '#shared/domain/entities.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useBegunForms } from '../../app/use-kept-form.ts';
import { useOnce } from '../../app/use-once.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import file from '../file/File.module.css';
import { AddressForm } from './AddressForm.tsx';
import { addressLine } from './address-line.ts';
import { ContactForm } from './ContactForm.tsx';
import { contactKinds } from './customer-change.ts';
import { shownAddress, shownContact } from './customer-form.ts';

/** What is being written: one more, or one that is there (its id). */
type Open = 'contact' | 'address' | (string & {}) | null;

/** `contact.new` is one more, `contact.<id>` one that is there. */
function openOf(form: string | null): Open {
  const [kind, id] = form?.split('.') ?? [];
  if (kind !== 'contact' && kind !== 'address') return null;
  return id === 'new' ? kind : (id ?? null);
}

/** The numbers, mail addresses and addresses that the form has no field for: each can be corrected and can go, and more can come. */
export function MoreContacts({ customer }: { readonly customer: CustomerFile }) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const [chosen, setOpen] = useState<Open>(null);
  // What was begun before a crash, or before another page was looked at, is open again.
  const begun = [...useBegunForms(customer.customer.id)].find((form) => openOf(form) !== null) ?? null;
  const open = chosen ?? openOf(begun);
  const inForm = new Set(contactKinds.map((kind) => shownContact(customer, kind)?.id));
  const formAddress = shownAddress(customer)?.id;
  const points = customer.contactPoints.filter(({ id }) => !inForm.has(id));
  const addresses = customer.addresses.filter(({ id }) => id !== formAddress);
  const change = (part: CustomerChange): Promise<boolean> => once(async () => keepCustomer(queries, await store.call('customer.change', { id: customer.customer.id, change: part })));
  async function close(done: () => Promise<void>): Promise<void> {
    await done();
    setOpen(null);
  }
  async function save(part: CustomerChange, done: () => Promise<void>): Promise<void> {
    if (await change(part)) await close(done);
  }
  const own = { customerId: customer.customer.id, busy, onCancel: (done: () => Promise<void>): void => void close(done) };
  const common = { busy, onEdit: setOpen, onRemove: (removed: NonNullable<CustomerChange['removed']>): void => void change({ removed }) };
  return (
    <section aria-labelledby="more-contacts">
      <div className={file.head}>
        <h3 id="more-contacts" className={file.heading}>
          {t('file.moreContacts')}
        </h3>
        {open === null ? (
          <span className={file.row}>
            <Button size="small" onPress={() => setOpen('contact')}>
              {t('file.addContact')}
            </Button>
            {/* The first address has its fields in the form. */}
            {formAddress === undefined ? null : (
              <Button size="small" onPress={() => setOpen('address')}>
                {t('file.addAddress')}
              </Button>
            )}
          </span>
        ) : null}
      </div>
      <ul className={file.list}>
        {points.map((point) =>
          open === point.id ? (
            <li key={point.id}>
              <ContactForm {...own} point={point} onSave={(patch, done) => save({ contactPoints: [patch] }, done)} />
            </li>
          ) : (
            <ContactItem
              key={point.id}
              {...common}
              point={point}
              onPrefer={() => void change({ contactPoints: customer.contactPoints.filter(({ kind }) => kind === point.kind).map(({ id, kind, value }) => ({ id, kind, value, preferred: id === point.id })) })}
            />
          ),
        )}
        {addresses.map((address) =>
          open === address.id ? (
            <li key={address.id}>
              <AddressForm {...own} address={address} onSave={(patch, done) => save({ addresses: [patch] }, done)} />
            </li>
          ) : (
            <AddressItem key={address.id} {...common} address={address} />
          ),
        )}
      </ul>
      {open === 'contact' ? <ContactForm {...own} point={null} onSave={(patch, done) => save({ contactPoints: [patch] }, done)} /> : null}
      {open === 'address' ? <AddressForm {...own} address={null} onSave={(patch, done) => save({ addresses: [patch] }, done)} /> : null}
    </section>
  );
}

interface ItemProps {
  readonly busy: boolean;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (removed: NonNullable<CustomerChange['removed']>) => void;
}

function ContactItem({ point, busy, onEdit, onRemove, onPrefer }: ItemProps & { readonly point: ContactPoint; readonly onPrefer: () => void }) {
  const { t } = useTexts();
  return (
    <li className={file.item} data-selectable="true">
      <span>
        <span className={file.muted}>{t(`customer.${point.kind}`)}</span> {point.kind === 'email' ? point.value : phone(point.value)}
      </span>
      <span className={file.row}>
        <Button size="small" isDisabled={busy} onPress={onPrefer}>
          {t('file.prefer')}
        </Button>
        <Button size="small" isDisabled={busy} onPress={() => onEdit(point.id)}>
          {t('file.edit')}
        </Button>
        <Button size="small" isDisabled={busy} onPress={() => onRemove({ contactPoints: [point.id], addresses: [] })}>
          {t('file.remove')}
        </Button>
      </span>
    </li>
  );
}

function AddressItem({ address, busy, onEdit, onRemove }: ItemProps & { readonly address: Address }) {
  const { t } = useTexts();
  return (
    <li className={file.item} data-selectable="true">
      <span>
        <span className={file.muted}>{t(`address.${address.kind}`)}</span> {addressLine(t, address)}
      </span>
      <span className={file.row}>
        <Button size="small" isDisabled={busy} onPress={() => onEdit(address.id)}>
          {t('file.edit')}
        </Button>
        <Button size="small" isDisabled={busy} onPress={() => onRemove({ contactPoints: [], addresses: [address.id] })}>
          {t('file.remove')}
        </Button>
      </span>
    </li>
  );
}
