import type { ProcedureField } from '#shared/domain/casework/procedure.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './Casework.module.css';

interface ProcedureFieldsProps {
  readonly fields: readonly ProcedureField[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (key: string, value: string) => void;
}

const longest = 2000;

/** What a procedure asks to be written down with a case. */
export function ProcedureFields({ fields, values, onChange }: ProcedureFieldsProps) {
  const { t, language } = useTexts();
  return fields.map(({ key, label, type, required, options }) => {
    const value = Object.hasOwn(values, key) ? (values[key] ?? '') : '';
    const common = { label: localised(label, language), required, name: `procedure.${key}`, value, maxLength: longest };
    const change = (event: { readonly target: { readonly value: string } }): void => onChange(key, event.target.value);
    switch (type) {
      case 'yes':
        return (
          <label key={key} className={styles.check}>
            <input type="checkbox" checked={value !== ''} onChange={(event) => onChange(key, event.target.checked ? t('procedure.yes') : '')} />
            {common.label}
          </label>
        );
      case 'choice':
        return (
          <Field key={key} as="select" label={common.label} required={required} name={common.name} value={value} onChange={change}>
            <option value="" />
            {options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Field>
        );
      case 'longtext':
        return <Field key={key} as="textarea" spellCheck {...common} onChange={change} />;
      case 'date':
        return <Field key={key} type="date" label={common.label} required={required} name={common.name} value={value} onChange={change} />;
      case 'amount':
        return <Field key={key} inputMode="decimal" autoComplete="off" {...common} onChange={change} />;
      case 'text':
        return <Field key={key} autoComplete="off" {...common} onChange={change} />;
    }
  });
}
