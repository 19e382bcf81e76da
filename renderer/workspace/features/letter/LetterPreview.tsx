import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/entities.ts';
import type { BalieError } from '#shared/domain/errors.ts';
import { letterFaults } from '#shared/domain/letter-template.ts';
import type { LetterPreview as Preview } from '#shared/domain/letters.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './LetterPanel.module.css';

interface LetterPreviewProps {
  readonly preview: Preview | null;
  readonly isLoading: boolean;
  readonly error: BalieError | null;
  /** Of the letter: a screen reader speaks it in its own. */
  readonly language: Language;
}

/** The letter as it will be, or why it cannot be made. */
export function LetterPreview({ preview, isLoading, error, language }: LetterPreviewProps) {
  const { t } = useTexts();
  if (error !== null) return <Notice tone="error">{whyNot(t, error)}</Notice>;
  if (preview === null) return isLoading ? <p className={styles.empty}>{t('letter.making')}</p> : null;
  return (
    <article className={styles.preview} aria-label={t('letter.preview')} lang={language} tabIndex={0} data-selectable="true">
      {preview.subject === null ? null : <h3 className={styles.subject}>{preview.subject}</h3>}
      <p className={styles.text}>{preview.text}</p>
    </article>
  );
}

/** Which template, and what is wrong with it: for whoever has to tell the one who maintains them. */
function whyNot(t: TFunction, { code, details }: BalieError): string {
  const { template, field, fault } = details;
  const known = letterFaults.find((each) => each === fault);
  if (typeof template !== 'string') return t(`errors.${code}`);
  if (code === 'letter.field-unknown' && typeof field === 'string') return t('letter.fieldUnknown', { template, field });
  return code === 'letter.template-invalid' && known !== undefined ? t(`letter.fault.${known}`, { template }) : t(`errors.${code}`);
}
