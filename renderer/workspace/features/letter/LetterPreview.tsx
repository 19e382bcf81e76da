import type { Language } from '#shared/domain/entities.ts';
import type { BalieError } from '#shared/domain/errors.ts';
import type { LetterPreview as Preview } from '#shared/domain/letters.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './LetterPanel.module.css';

interface LetterPreviewProps {
  readonly preview: Preview | null;
  readonly isLoading: boolean;
  readonly error: BalieError | null;
  /** The centre has no templates. */
  readonly isEmpty: boolean;
  /** Of the letter: a screen reader speaks it in its own. */
  readonly language: Language;
}

/** The letter as it will be, or why it cannot be made. */
export function LetterPreview({ preview, isLoading, error, isEmpty, language }: LetterPreviewProps) {
  const { t } = useTexts();
  if (isEmpty) return <p className={styles.empty}>{t('letter.none')}</p>;
  if (error !== null) {
    const field = error.details['field'];
    return <Notice tone="error">{error.code === 'letter.field-unknown' && typeof field === 'string' ? t('letter.fieldUnknown', { field }) : t(`errors.${error.code}`)}</Notice>;
  }
  if (preview === null) return isLoading ? <p className={styles.empty}>{t('letter.making')}</p> : null;
  return (
    <article className={styles.preview} aria-label={t('letter.preview')} lang={language} tabIndex={0} data-selectable="true">
      {preview.subject === null ? null : <h3 className={styles.subject}>{preview.subject}</h3>}
      <p className={styles.text}>{preview.text}</p>
    </article>
  );
}
