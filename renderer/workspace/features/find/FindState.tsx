import { useSyncStatus } from '../../app/store-queries.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { percentage } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Found } from './find-session.ts';
import styles from './FindPalette.module.css';

interface FindStateProps {
  readonly found: Found | null;
  readonly count: number;
  readonly isTyped: boolean;
}

/** What the list does not say: how many there are, that there is nothing, what could not be searched, and how much there is to search in. */
export function FindState({ found, count, isTyped }: FindStateProps) {
  const { t, language } = useTexts();
  const isOffline = useSnapshot(({ session }) => session.state === 'signed-in' && session.offline);
  const sync = useSyncStatus().data;
  const isEmpty = isTyped && found?.isPending === false && count === 0 && found.failed.length === 0;
  const { done, total } = sync?.progress ?? { done: 0, total: 0 };
  return (
    <div className={styles.state}>
      <div role="status" className="visually-hidden">
        {isTyped && found !== null ? t('find.count', { count }) : ''}
      </div>
      {found?.failed.map(({ kind, code }) => (
        <Notice key={kind} tone="error" title={t('find.failed', { what: t(`find.kind.${kind}`) })}>
          {t(`errors.${code}`)}
        </Notice>
      ))}
      {isEmpty ? <p className={styles.empty}>{t('find.nothing', { text: found.text })}</p> : null}
      {sync?.state === 'filling' ? <p className={styles.note}>{t('find.filling', { share: percentage(language, total === 0 ? 0 : done / total) })}</p> : null}
      {isOffline || sync?.state === 'offline' ? <p className={styles.note}>{t('find.offline')}</p> : null}
    </div>
  );
}
