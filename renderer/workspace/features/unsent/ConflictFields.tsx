import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { UnsentField } from '#shared/domain/unsent-work.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldLabel, fieldText } from './field-text.ts';
import styles from './Unsent.module.css';

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

interface ConflictFieldsProps {
  readonly fields: readonly UnsentField[];
  readonly choices: Choices;
  readonly onChoose: (field: string, choice: 'mine' | 'theirs') => void;
}

/** Each field in dispute: what it was, and the two values to choose from. Arrow keys choose, Tab goes to the next field. */
export function ConflictFields({ fields, choices, onChoose }: ConflictFieldsProps) {
  const { t, language } = useTexts();
  return fields.map(({ field, base, mine, theirs }) => (
    <RadioGroup key={field} className={styles.field ?? ''} value={choices[field] ?? null} onChange={(choice) => onChoose(field, choice === 'mine' ? 'mine' : 'theirs')}>
      <Label className={styles.label ?? ''}>
        {fieldLabel(t, field)}
        <small>{t('unsent.was', { value: fieldText(t, language, field, base) })}</small>
      </Label>
      {(['mine', 'theirs'] as const).map((choice) => (
        <Radio key={choice} value={choice} className={styles.choice ?? ''}>
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.value}>
            <small>{t(`unsent.${choice}`)}</small>
            <bdi>{fieldText(t, language, field, choice === 'mine' ? mine : theirs)}</bdi>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  ));
}
