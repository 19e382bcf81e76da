import { useEffect, useState } from 'react';
import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LevelBar } from '../../ui/LevelBar.tsx';
import { useMicrophoneLevel } from './use-microphone-level.ts';
import styles from './Devices.module.css';

/** The microphone's own level, while this is on the screen; nothing of it is sent anywhere. */
export function MicrophoneLevel() {
  const { main } = useServices();
  const { t } = useTexts();
  const level = useMicrophoneLevel();
  const [trouble, setTrouble] = useState<ErrorCode | null>(null);
  useEffect(() => {
    let shown = true;
    main.call('devices.watchMicrophone', { on: true }).catch((thrown: unknown) => {
      if (shown) setTrouble(asBalieError(thrown).code);
    });
    return () => {
      shown = false;
      // Refused only when there is nothing to close any more.
      main.call('devices.watchMicrophone', { on: false }).catch(() => undefined);
    };
  }, [main]);
  if (trouble !== null) return <p className={styles.missing}>{t(`errors.${trouble}`)}</p>;
  return (
    <div className={styles.level}>
      <span>{t('devices.level')}</span>
      <LevelBar follow={level} />
    </div>
  );
}
