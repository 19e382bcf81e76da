import { worthShowing, type UnsentField } from '#shared/domain/unsent-work.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { fieldLabel, fieldText } from './field-text.ts';
import styles from './Unsent.module.css';

interface RefusedFieldsProps {
  readonly fields: readonly UnsentField[];
  /** What the operator typed instead, by field. */
  readonly changes: Readonly<Record<string, string>>;
  readonly onChange: (field: string, value: string) => void;
}

/** Values of a closed list, and times, are not typed. */
const chosen = /^(kind|salutation|language|segment|direction|channel|state|priority|.*At|.*Date|.*Id)$/;

/** What was to be sent. Text can be mended here; the rest is shown. */
export function RefusedFields({ fields, changes, onChange }: RefusedFieldsProps) {
  const { t, language } = useTexts();
  return (
    <div className={styles.values}>
      {fields.filter(worthShowing).map(({ field, mine }) =>
        typeof mine === 'string' && !chosen.test(field) ? (
          <Field key={field} label={fieldLabel(t, field)} value={changes[field] ?? mine} maxLength={10_000} onChange={(event) => onChange(field, event.currentTarget.value)} />
        ) : (
          <dl key={field} className={styles.fact}>
            <dt>{fieldLabel(t, field)}</dt>
            <dd>
              <bdi>{fieldText(t, language, field, mine)}</bdi>
            </dd>
          </dl>
        ),
      )}
    </div>
  );
}
