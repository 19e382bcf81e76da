import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LeftBehind } from '../wrapup/LeftBehind.tsx';
import { DialField } from './DialField.tsx';
import styles from './IdleScreen.module.css';

/** Between two calls: what happens next, and what can be done meanwhile. */
export function IdleScreen() {
  const { t } = useTexts();
  const { main } = useServices();
  const { agent, registration } = useSnapshot();
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
        {available ? null : (
          <div>
            <Button tone="primary" onPress={() => void report(() => main.call('agent.setAvailable', undefined))}>
              {t('idle.setAvailable')}
            </Button>
          </div>
        )}
        <DialField isDisabled={!reachable} />
      </section>
      <LeftBehind />
    </div>
  );
}
