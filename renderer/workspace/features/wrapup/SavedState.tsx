import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useJournalState } from '../../app/use-draft.ts';
import { timeToSecond } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './WrapUpBar.module.css';

/** Whether what was typed is on disk. Silent while a batch is on its way: a fifth of a second is not worth a word. */
export function SavedState({ file }: { readonly file: InteractionFile }) {
  const { t, language } = useTexts();
  const { savedAt, pending, error } = useJournalState(file.interaction.id);
  const last = savedAt ?? file.draftSavedAt;
  if (error !== null) {
    return (
      <span className={styles.saved} data-failed="true" role="alert">
        {error.code === 'store.disk-full' ? t('saved.diskFull') : t('saved.failed')}
      </span>
    );
  }
  if (last === null) return <span className={styles.saved}>{pending ? t('saved.saving') : t('saved.nothing')}</span>;
  return <span className={styles.saved}>{t('saved.at', { time: timeToSecond(language, last) })}</span>;
}
