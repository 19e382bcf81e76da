import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import type { PassingNotice } from '../../app/notices.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './PassingNotices.module.css';

/** What was refused or done, told briefly in a corner that covers no call action. */
export function PassingNotices() {
  const { notices } = useServices();
  const list = useSyncExternalStore(notices.subscribe, notices.current);
  return (
    <div className={styles.stack} aria-live="polite" data-live-announcer="true">
      {list.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: PassingNotice }) {
  const { t } = useTexts();
  const { notices } = useServices();
  return (
    <div className={styles.notice}>
      <Notice
        tone={notice.kind === 'error' ? 'error' : 'info'}
        actions={
          <Button size="small" onPress={() => notices.dismiss(notice.id)}>
            {t('action.dismiss')}
          </Button>
        }
      >
        {notice.kind === 'error' ? t(`errors.${notice.code}`) : t(notice.code)}
      </Notice>
    </div>
  );
}
