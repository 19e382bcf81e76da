import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { loudness } from '../../ui/loudness.ts';
import styles from './CallTime.module.css';

/** What the operator did to the sound, said where the levels are: nothing on the screen moves for it. */
export type OwnSilence = 'held' | 'muted' | null;

interface LevelMetersProps {
  readonly callId: string;
  readonly silence: OwnSilence;
}

/** Both sides' sound, a few times a second, drawn without React: nothing else renders for it. */
export function LevelMeters({ callId, silence }: LevelMetersProps) {
  const { main } = useServices();
  const { t } = useTexts();
  const customer = useRef<HTMLDivElement>(null);
  const self = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      main.on('levels', (levels) => {
        if (levels.callId !== callId) return;
        if (customer.current !== null) customer.current.style.transform = `scaleX(${loudness(levels.speaker)})`;
        if (self.current !== null) self.current.style.transform = `scaleX(${loudness(levels.microphone)})`;
      }),
    [main, callId],
  );
  return (
    <div className={styles.meters} data-silence={silence ?? 'none'}>
      {silence === 'held' ? (
        <p className={styles.silence} role="status">
          {t('trouble.held')}
        </p>
      ) : (
        <>
          <span>{t('call.levelCustomer')}</span>
          <div className={styles.meter} aria-hidden="true">
            <div ref={customer} className={styles.level} />
          </div>
          {silence === 'muted' ? (
            <p className={styles.silence} role="status">
              {t('trouble.muted')}
            </p>
          ) : (
            <>
              <span>{t('call.levelSelf')}</span>
              <div className={styles.meter} aria-hidden="true">
                <div ref={self} className={styles.level} data-side="self" />
              </div>
            </>
          )}
        </>
      )}
    </div>
  );
}
