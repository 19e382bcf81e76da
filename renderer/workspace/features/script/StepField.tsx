import { useState } from 'react';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { useCountry } from '../../app/use-country.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { sensitiveMark } from '../recording/sensitive-pause.ts';
import { PaymentField } from './PaymentField.tsx';
import { checkScriptValue } from './check-script-value.ts';

interface StepFieldProps {
  readonly field: ScriptField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const inputTypes = { payment: 'password', text: 'text', number: 'text', date: 'date', phone: 'tel', email: 'email', postcode: 'text' } as const;

/** One field that a step asks for. What is wrong is said after leaving it, not while typing. */
export function StepField({ field, value, onChange }: StepFieldProps) {
  const { t } = useTexts();
  const country = useCountry();
  const [left, setLeft] = useState(false);
  const name = `script.${field.key}`;
  usePointed((pointed) => {
    if (pointed !== name) return;
    setLeft(true);
    document.getElementsByName(name)[0]?.focus();
  });
  const wrong = left ? checkScriptValue(field, value, country) : null;
  const shared = {
    name,
    label: field.label,
    required: field.required ?? false,
    error: wrong === null ? undefined : t(`form.error.${wrong}`),
    value,
    ...(field.sensitive === true ? sensitiveMark : {}),
    onBlur: () => setLeft(true),
    onFocus: () => setLeft(false),
  };
  if (field.type === 'payment') return <PaymentField field={field} value={value} onChange={onChange} />;
  if (field.type === 'longtext') return <Field as="textarea" {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
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
  return <Field {...shared} type={inputTypes[field.type]} inputMode={field.type === 'number' ? 'decimal' : undefined} onChange={(event) => onChange(event.target.value)} />;
}
