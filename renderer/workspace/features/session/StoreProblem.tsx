import type { ErrorCode } from '#shared/domain/errors.ts';
import { useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Cover } from './Cover.tsx';
import { RepairButton } from './RepairButton.tsx';
import { ExportLogButton } from './ExportLogButton.tsx';
import styles from './Cover.module.css';

/** Problems with words of their own; what else may happen is told in general. */
const known = ['store.wrong-key', 'store.from-the-future', 'store.disk-full', 'store.read-only', 'store.corrupt'] as const;
type Known = (typeof known)[number];

/** A database that cannot be mended here can be put aside; it is kept, and the centre fills a new one. */
const canSetAside: readonly ErrorCode[] = ['store.wrong-key', 'store.corrupt', 'store.from-the-future'];

/** The local database cannot be used: what that means, what was not lost, and what can be done. */
export function StoreProblem({ error }: { readonly error: ErrorCode }) {
  const { t } = useTexts();
  const { main } = useServices();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const name: Known | 'store.other' = known.find((candidate) => candidate === error) ?? 'store.other';

  async function attempt(call: 'store.retry' | 'store.setAside'): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await main.call(call, undefined, { timeoutMs: 120_000 });
    } catch (thrown) {
      setRefusal(asBalieError(thrown).code);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Cover title={t(`startup.${name}.title`)}>
      <p>{t(`startup.${name}.means`)}</p>
      <p className={styles.muted}>{t(`startup.${name}.todo`)}</p>
      {refusal === null ? null : (
        <Notice tone="error" live="alert">
          {t(`errors.${refusal}`)}
        </Notice>
      )}
      {asking ? (
        <Notice
          tone="warn"
          title={t('startup.setAsideTitle')}
          actions={
            <Button size="small" tone="danger" isDisabled={busy} onPress={() => void attempt('store.setAside')}>
              {t('startup.setAsideConfirm')}
            </Button>
          }
        >
          {t('startup.setAsideBody')}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        {error === 'store.corrupt' ? <RepairButton /> : null}
        <Button tone={error === 'store.corrupt' ? 'plain' : 'primary'} isDisabled={busy} onPress={() => void attempt('store.retry')}>
          {busy ? t('startup.busy') : t('startup.retry')}
        </Button>
        {canSetAside.includes(error) && !asking ? <Button onPress={() => setAsking(true)}>{t('startup.setAside')}</Button> : null}
        <ExportLogButton />
      </div>
      <p className={styles.muted}>{t('startup.code', { code: error })}</p>
    </Cover>
  );
}
