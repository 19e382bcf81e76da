import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Gate.module.css';

/** A small lock beside what is not shown yet; said in a word to who does not see it. */
export function LockSign() {
  const { t } = useTexts();
  return (
    <span className={styles.lock}>
      <svg viewBox="0 0 12 14" aria-hidden="true" focusable="false">
        <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <rect x="1.5" y="6" width="9" height="6.5" rx="1.25" fill="currentColor" />
      </svg>
      <span className="visually-hidden">{t('identity.masked')}</span>
    </span>
  );
}
