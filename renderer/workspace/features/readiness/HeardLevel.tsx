import { LevelBar } from '../../ui/LevelBar.tsx';
import { useMicrophoneLevel } from '../devices/use-microphone-level.ts';
import styles from './Readiness.module.css';

/** What the microphone hears while the check listens: the eye sees that speaking helps. */
export function HeardLevel() {
  return (
    <div className={styles.heard}>
      <LevelBar follow={useMicrophoneLevel()} />
    </div>
  );
}
