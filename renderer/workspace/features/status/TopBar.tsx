import { useTexts } from '../../i18n/use-texts.ts';
import { AgentMenu } from './AgentMenu.tsx';
import { MicrophoneChip } from './MicrophoneChip.tsx';
import { RegistrationChip } from './RegistrationChip.tsx';
import { SyncChip } from './SyncChip.tsx';
import styles from './TopBar.module.css';

/** The operator's state on the left; on the right what Balie stands on: sound, line, centre. */
export function TopBar() {
  const { t } = useTexts();
  return (
    <header className={styles.bar}>
      <AgentMenu />
      <div className={styles.chips} role="group" aria-label={t('status.label')}>
        <MicrophoneChip />
        <RegistrationChip />
        <SyncChip />
      </div>
    </header>
  );
}
