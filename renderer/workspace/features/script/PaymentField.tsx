import { useState } from 'react';
import { maskText } from '#shared/domain/mask-text.ts';
import { isPaymentNumber } from '#shared/domain/payment-number.ts';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { sensitiveMark } from '../recording/sensitive-pause.ts';

interface PaymentFieldProps {
  readonly field: ScriptField;
  /** A mask once a number was given; never the number. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The number of a card or an account: masked as it is typed, checked, and gone when the cursor leaves. It is in no journal and in no
 * message; what is kept is that one was given. Recordings stand still meanwhile.
 */
export function PaymentField({ field, value, onChange }: PaymentFieldProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const isWrong = left && typed.trim() !== '' && !isPaymentNumber(typed);
  const isMissing = left && typed.trim() === '' && value === '' && field.required === true;
  return (
    <Field
      {...sensitiveMark}
      label={field.label}
      name={`script.${field.key}`}
      type="password"
      autoComplete="off"
      spellCheck={false}
      required={field.required ?? false}
      error={isWrong ? t('form.error.payment') : isMissing ? t('form.error.required') : undefined}
      hint={value === '' ? t('script.paymentHint') : t('script.paymentGiven')}
      placeholder={value}
      value={typed}
      onFocus={() => setLeft(false)}
      onChange={(event) => {
        setTyped(event.target.value);
        const given = isPaymentNumber(event.target.value) ? maskText : '';
        if (given !== value) onChange(given);
      }}
      onBlur={() => {
        setLeft(true);
        if (isPaymentNumber(typed)) setTyped('');
      }}
    />
  );
}
