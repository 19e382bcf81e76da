import { isLive } from '#shared/domain/call.ts';
import type { ReadinessReport } from '#shared/domain/readiness.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ReadinessRow } from './ReadinessRow.tsx';
import { useReadiness } from './use-readiness.ts';
import styles from './Readiness.module.css';

type Verdict = 'before' | 'running' | 'good' | 'mixed' | 'bad';

/** One minute before the shift: does everything work that a customer will hear. */
export function ReadinessPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { report, start, answer } = useReadiness();
  const busy = useSnapshot((snapshot) => snapshot.calls.some(isLive));
  const verdict = verdictOf(report);
  const canStart = !report.running && !busy;
  // The key that leads here starts it.
  useShortcut('Ctrl+g', start, canStart);
  return (
    <div className={styles.page}>
      <PageHead title={t('readiness.title')} onClose={onClose} />
      <section className={styles.verdict} data-verdict={verdict} aria-live="polite">
        <div>
          <strong>{t(`readiness.verdict.${verdict}`)}</strong>
          <p>{busy ? t('readiness.busy') : t(`readiness.verdictBody.${verdict}`)}</p>
        </div>
        <Button tone={verdict === 'good' ? 'plain' : 'primary'} keys="Ctrl+g" autoFocus isDisabled={!canStart} onPress={start}>
          {verdict === 'before' ? t('readiness.start') : t('readiness.again')}
        </Button>
      </section>
      <ol className={styles.list} aria-label={t('readiness.list')}>
        {report.results.map((result) => (
          <ReadinessRow key={result.check} result={result} onAnswer={(heard) => answer(result.check, heard)} />
        ))}
      </ol>
    </div>
  );
}

function verdictOf({ running, results }: ReadinessReport): Verdict {
  if (running) return 'running';
  if (results.some(({ state }) => state === 'failed')) return 'bad';
  if (results.some(({ state }) => state === 'warning')) return 'mixed';
  return results.some(({ state }) => state === 'passed') ? 'good' : 'before';
}
