import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ShiftNews } from '../knowledge/ShiftNews.tsx';
import { DueList } from '../file/DueList.tsx';
import { LeftBehind } from '../wrapup/LeftBehind.tsx';
import styles from './IdleScreen.module.css';

/** Between two calls: what happens next, and what can be done meanwhile. */
export function IdleScreen({ onCheck }: { readonly onCheck: () => void }) {
  const { t } = useTexts();
  const { main } = useServices();
  const agent = useSnapshot((snapshot) => snapshot.agent);
  const registration = useSnapshot((snapshot) => snapshot.registration);
  const report = useReport();
  const reachable = registration.state === 'registered';
  const available = agent.state === 'available';
  const key = registration.state === 'refused' ? 'refused' : !reachable ? 'unreachable' : available ? 'available' : 'notReady';
  return (
    <div className={styles.idle}>
      <section className={styles.card} data-state={available && reachable ? 'waiting' : 'resting'}>
        <h1 className={styles.title}>
          <i className={styles.dot} aria-hidden="true" />
          {t(`idle.${key}.title`)}
        </h1>
        <p className={styles.body}>{key === 'notReady' ? t('idle.notReady.body', { reason: agent.state === 'not-ready' ? t(`agent.${agent.reason}`) : t(`agent.${agent.state}`) }) : t(`idle.${key}.body`)}</p>
        {registration.state === 'waiting' ? <p className={styles.body}>{t(`line.trouble.${registration.trouble}`)}</p> : null}
        <div className={styles.actions}>
          {available ? null : (
            <Button tone="primary" onPress={() => void report(() => main.call('agent.setAvailable', undefined))}>
              {t('idle.setAvailable')}
            </Button>
          )}
          <Button keys="Ctrl+g" onPress={onCheck}>
            {t('readiness.open')}
          </Button>
        </div>
      </section>
      <DueList />
      <LeftBehind />
      <ShiftNews />
    </div>
  );
}
