import { useEffect, useRef } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useSyncStatus } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Decided } from './Decided.tsx';
import { UnsentCard } from './UnsentCard.tsx';
import { useUnsent } from './unsent-queries.ts';
import styles from './Unsent.module.css';

/** Work that the centre does not have: what, why, and what can be done about it. */
export function UnsentPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { store } = useServices();
  const report = useReport();
  const found = useUnsent();
  const pending = useSyncStatus().data?.pending ?? 0;
  const list = useRef<HTMLUListElement>(null);
  const work = found.data?.work ?? [];
  const any = work.length > 0;
  const loaded = found.isSuccess;
  // Opened by a key: the keyboard is on the first piece of work. What comes in later takes the focus from nobody.
  useEffect(() => {
    if (loaded) list.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [loaded]);
  return (
    <div className={styles.page}>
      <PageHead title={t('unsent.title')} onClose={onClose}>
        <span className={styles.muted}>{pending === 0 ? '' : t('unsent.pending', { count: pending })}</span>
        {any || pending > 0 ? <ExportMenu requests={[{ list: 'unsent' }]} /> : null}
        <Button onPress={() => void report(() => store.call('sync.now', undefined))}>{t('unsent.sendNow')}</Button>
      </PageHead>
      {found.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(found.error).code}`)}</Notice>}
      {(found.data?.unread ?? 0) > 0 ? (
        <Notice tone="warn" title={t('unsent.unreadTitle')}>
          {t('unsent.unread', { count: found.data?.unread ?? 0 })}
        </Notice>
      ) : null}
      {found.isSuccess && !any ? <p className={styles.none}>{t('unsent.none')}</p> : null}
      {any ? (
        <ul ref={list} className={styles.list} aria-label={t('unsent.title')}>
          {work.map((one) => (
            <UnsentCard key={one.id} work={one} />
          ))}
        </ul>
      ) : null}
      <Decided decided={found.data?.decided ?? []} />
    </div>
  );
}
