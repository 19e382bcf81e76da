import type { ErrorCode } from '#shared/domain/errors.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Cover } from './Cover.tsx';
import styles from './Cover.module.css';

interface StartingProps {
  /** What is being waited for. */
  readonly what: 'application' | 'database';
  readonly error?: ErrorCode | null;
}

/** Before anything is known. It says what it waits for, and when waiting does not help. */
export function Starting({ what, error = null }: StartingProps) {
  const { t } = useTexts();
  return (
    <Cover title={t('starting.title')}>
      <p className={styles.muted} role="status">
        {t(`starting.${what}`)}
      </p>
      {error === null ? null : (
        <Notice tone="error" live="alert" title={t('starting.failed')}>
          {t(`errors.${error}`)}
        </Notice>
      )}
    </Cover>
  );
}
