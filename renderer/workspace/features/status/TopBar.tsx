import { memo } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { WorkChip } from '../casework/WorkChip.tsx';
import { SoundChip } from '../devices/SoundChip.tsx';
import { DialField } from '../dial/DialField.tsx';
import { FindButton } from '../find/FindButton.tsx';
import { HeadsetChip } from '../headset/HeadsetChip.tsx';
import { AgentMenu } from './AgentMenu.tsx';
import { LineChips } from './LineChips.tsx';
import { MicrophoneChip } from './MicrophoneChip.tsx';
import { RegistrationChip } from './RegistrationChip.tsx';
import { SyncChip } from './SyncChip.tsx';
import styles from './TopBar.module.css';

/** The operator's state, what to find and whom to call on the left; on the right what Balie stands on: sound, line, centre. */
export const TopBar = memo(function TopBar({ onUnsent, onWork }: { readonly onUnsent: () => void; readonly onWork: () => void }) {
  const { t } = useTexts();
  return (
    <header className={styles.bar}>
      <AgentMenu />
      <FindButton />
      <DialField />
      <div className={styles.stands}>
        <div className={styles.line}>
          <LineChips />
        </div>
        <div className={styles.chips} role="group" aria-label={t('status.label')}>
          <WorkChip onWork={onWork} />
          <MicrophoneChip />
          <SoundChip />
          <HeadsetChip />
          <RegistrationChip />
          <SyncChip onUnsent={onUnsent} />
        </div>
      </div>
    </header>
  );
});
