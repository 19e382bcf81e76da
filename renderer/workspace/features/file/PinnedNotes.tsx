import type { Note } from '#shared/domain/file-entities.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './File.module.css';

/** What colleagues pinned to the file: in sight during every conversation. */
export function PinnedNotes({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useTexts();
  const pinned = notes.filter((note) => note.pinned);
  if (pinned.length === 0) return null;
  return (
    <section aria-label={t('file.pinned')}>
      <h3 className={styles.heading}>{t('file.pinned')}</h3>
      <ul className={styles.list} data-selectable="true">
        {pinned.map((note) => (
          <li key={note.id} className={styles.item}>
            {note.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
