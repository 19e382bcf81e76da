import { useState } from 'react';
import { emailFault } from '#shared/domain/checks/email.ts';
import { phoneFault, toE164 } from '#shared/domain/checks/phone.ts';
import type { ContactPoint } from '#shared/domain/entities.ts';
import type { CustomerChange } from '#shared/ipc/store-list.ts';
import { useCountry } from '../../app/use-country.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { phone } from '../../i18n/format.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { groupedAs } from '../entry/grouped-as.ts';
import file from '../file/File.module.css';
import { contactKinds } from './customer-change.ts';

type ContactPatch = NonNullable<CustomerChange['contactPoints']>[number];

interface ContactFormProps {
  readonly customerId: string;
  /** What is corrected; null: one more. */
  readonly point: ContactPoint | null;
  readonly busy: boolean;
  /** `done` is called once it is in the file. */
  readonly onSave: (point: ContactPatch, done: () => Promise<void>) => Promise<void>;
  readonly onCancel: (done: () => Promise<void>) => void;
}

/** One more number or mail address of a customer. */
export function ContactForm({ customerId, point, busy, onSave, onCancel }: ContactFormProps) {
  const { t } = useTexts();
  const country = useCountry();
  const { values, set, done } = useKeptForm(customerId, `contact.${point?.id ?? 'new'}`, { kind: point?.kind ?? 'mobile', text: point === null ? '' : point.kind === 'email' ? point.value : phone(point.value) });
  const kind = contactKinds.find((one) => one === values.kind) ?? 'mobile';
  const { text } = values;
  const [isLeft, setLeft] = useState(false);
  const found = kind === 'email' ? emailFault(text.trim()) : phoneFault(text.trim(), country);
  const value = found !== null ? null : kind === 'email' ? text.trim() : toE164(text, country);
  return (
    <form
      className={file.line}
      noValidate
      aria-label={t(point === null ? 'file.addContact' : 'file.editContact')}
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (value !== null) void onSave({ ...(point === null ? {} : { id: point.id }), kind, value, preferred: point?.preferred ?? false }, done);
      }}
    >
      <Field as="select" autoFocus label={t('file.contactKind')} value={kind} onChange={(event) => set({ kind: event.target.value })}>
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
        error={isLeft ? faultText(t, found) : undefined}
        {...groupedAs(kind === 'email' ? undefined : 'phone')}
        value={text}
        onBlur={() => setLeft(text !== '')}
        onChange={(event) => set({ text: event.target.value })}
      />
      <Button size="small" type="submit" isDisabled={busy}>
        {t(point === null ? 'file.add' : 'file.saveContact')}
      </Button>
      <Button size="small" onPress={() => onCancel(done)}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}
