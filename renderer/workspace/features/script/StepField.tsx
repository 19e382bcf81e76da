import { useState } from 'react';
import type { Grouping } from '#shared/domain/checks/grouping.ts';
import { isoNow } from '#shared/domain/clock.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { scriptValueFault } from '#shared/domain/script/check-value.ts';
import { isSensitive, type ScriptField } from '#shared/domain/script/script.ts';
import { useCountry } from '../../app/use-country.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { groupedAs } from '../entry/grouped-as.ts';
import { prose } from '../entry/prose.ts';
import { verified } from '../entry/verified.ts';
import { sensitiveMark } from '../recording/sensitive-pause.ts';
import { BoundField } from './BoundField.tsx';
import { PaymentField } from './PaymentField.tsx';

interface StepFieldProps {
  readonly file: InteractionFile;
  readonly field: ScriptField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const inputTypes = { payment: 'password', text: 'text', number: 'text', amount: 'text', date: 'date', phone: 'tel', email: 'email', postcode: 'text', iban: 'text', vat: 'text', 'national-number': 'text' } as const;

const groupings: Readonly<Partial<Record<ScriptField['type'], Grouping>>> = { iban: 'iban', vat: 'vat', 'national-number': 'national-number', phone: 'phone', amount: 'amount' };

/** One field that a step asks for. What is wrong is said after leaving it, and until it is right; a field that was well is not judged while typing. */
export function StepField({ file, field, value, onChange }: StepFieldProps) {
  const { bind } = field;
  return bind === undefined ? <OwnField field={field} value={value} onChange={onChange} /> : <BoundField field={{ ...field, bind }} file={file} />;
}

/** A field that is only the script's. */
export function OwnField({ field, value, onChange }: Omit<StepFieldProps, 'file'>) {
  const { t } = useTexts();
  const country = useCountry();
  const [left, setLeft] = useState(false);
  const name = `script.${field.key}`;
  usePointed((pointed) => {
    if (pointed !== name) return;
    setLeft(true);
    document.getElementsByName(name)[0]?.focus();
  });
  const found = scriptValueFault(field, value, { country, today: isoNow().slice(0, 10) });
  if (left && found === null) setLeft(false);
  const shared = {
    name,
    label: field.label,
    required: field.required ?? false,
    error: left ? faultText(t, found) : undefined,
    value,
    ...(isSensitive(field) ? sensitiveMark : {}),
    onBlur: () => setLeft(found !== null),
  };
  if (field.type === 'payment') return <PaymentField field={field} value={value} onChange={onChange} />;
  if (field.type === 'longtext') return <Field as="textarea" {...shared} {...prose} rows={3} onChange={(event) => onChange(event.target.value)} />;
  if (field.type === 'choice') {
    return (
      <Field as="select" {...shared} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('form.choose')}</option>
        {(field.options ?? []).map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Field>
    );
  }
  return <Field {...shared} {...groupedAs(groupings[field.type])} {...(field.type === 'text' ? {} : verified)} autoComplete="off" type={inputTypes[field.type]} inputMode={field.type === 'number' || field.type === 'amount' ? 'decimal' : undefined} onChange={(event) => onChange(event.target.value)} />;
}
