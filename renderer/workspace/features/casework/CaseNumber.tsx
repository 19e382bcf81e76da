import { numberGroups, spelledNumber } from '#shared/domain/casework/case-number.ts';
import type { Case } from '#shared/domain/file-entities.ts';
import type { Language } from '#shared/domain/language.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Casework.module.css';

interface CaseNumberProps {
  readonly row: Pick<Case, 'caseNumber' | 'readBackAt'>;
  /** In which the number is said. */
  readonly language: Language;
  readonly isDisabled: boolean;
  readonly onReadBack: (readBack: boolean) => void;
}

/** The number that the customer quotes: large, in groups, as it is said; and the tick that it was read back. */
export function CaseNumber({ row: { caseNumber, readBackAt }, language, isDisabled, onReadBack }: CaseNumberProps) {
  const { t, language: shown } = useTexts();
  if (caseNumber === null) return <p className={styles.number}>{t('caseNumber.pending')}</p>;
  return (
    <div className={styles.number} role="group" aria-label={t('caseNumber.label')}>
      <span className={styles.digits} data-selectable="true" aria-label={caseNumber}>
        {numberGroups(caseNumber).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </span>
      <span className={styles.spelled} lang={language}>
        “{spelledNumber(caseNumber, language)}”
      </span>
      <label className={styles.check}>
        <input type="checkbox" checked={readBackAt !== null} disabled={isDisabled} onChange={(event) => onReadBack(event.target.checked)} />
        {readBackAt === null ? t('caseNumber.readBack') : t('caseNumber.readBackAt', { time: timeOfDay(shown, readBackAt) })}
      </label>
    </div>
  );
}
