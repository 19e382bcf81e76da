import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './CallTime.module.css';

interface LevelMetersProps {
  readonly callId: string;
  readonly muted: boolean;
}

/** The quietest level that still moves the bar, in dB below full scale. */
const floorDb = -54;

/** @returns 0 to 1: loudness is heard in decibels, so that is how it is drawn. */
function share(rms: number): number {
  if (rms <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb));
}

/** Both sides' sound, ten times a second, drawn without React: nothing else renders for it. */
export function LevelMeters({ callId, muted }: LevelMetersProps) {
  const { main } = useServices();
  const { t } = useTexts();
  const customer = useRef<HTMLDivElement>(null);
  const self = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      main.on('levels', (levels) => {
        if (levels.callId !== callId) return;
        if (customer.current !== null) customer.current.style.transform = `scaleX(${share(levels.speaker)})`;
        if (self.current !== null) self.current.style.transform = `scaleX(${share(levels.microphone)})`;
      }),
    [main, callId],
  );
  return (
    <div className={styles.meters}>
      <span>{t('call.levelCustomer')}</span>
      <div className={styles.meter} aria-hidden="true">
        <div ref={customer} className={styles.level} />
      </div>
      <span>{muted ? t('call.levelSelfMuted') : t('call.levelSelf')}</span>
      <div className={styles.meter} aria-hidden="true">
        <div ref={self} className={styles.level} data-side="self" hidden={muted} />
      </div>
    </div>
  );
}
