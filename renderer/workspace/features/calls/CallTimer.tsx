import { useNow } from '../../app/use-now.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import styles from './CallTime.module.css';

interface CallTimerProps {
  readonly since: string;
  /** The queue's agreed duration in seconds; null where there is none. */
  readonly target: number | null;
}

/** How long the conversation lasts against what was agreed. It stays calm: over time is amber, never red, never moving. */
export function CallTimer({ since, target }: CallTimerProps) {
  const { t } = useTexts();
  const elapsed = Math.max(0, useNow() - Date.parse(since));
  const agreed = target === null ? null : target * 1000;
  return (
    <>
      <span className={styles.line}>
        <span className={styles.clock} role="timer">
          {duration(elapsed)}
        </span>
        {agreed === null ? null : <span className={styles.target}>{t('call.target', { target: duration(agreed) })}</span>}
      </span>
      {agreed === null ? null : (
        <ProgressLine label={t('call.durationTarget')} value={elapsed / agreed} tone={elapsed > agreed ? 'ring' : 'live'} text={`${duration(elapsed)} / ${duration(agreed)}`} />
      )}
    </>
  );
}
