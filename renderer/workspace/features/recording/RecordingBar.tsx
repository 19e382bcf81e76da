import type { CallIn } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useRecording } from './use-recording.ts';
import styles from './Recording.module.css';

interface RecordingBarProps {
  readonly call: CallIn<'connected'>;
  readonly file: InteractionFile | null;
}

/** Whether the call is recorded, always in sight while it can be, and the key that pauses it. */
export function RecordingBar({ call, file }: RecordingBarProps) {
  const { t } = useTexts();
  const { isAllowed, busy, start, stop, pause, resume } = useRecording(call, file);
  const { recording } = call;
  const byOperator = recording.state === 'paused' && recording.reasons.includes('operator');
  const next = recording.state === 'recording' || (recording.state === 'paused' && !byOperator) ? pause : byOperator ? resume : start;
  const shown = recording.state !== 'off' || isAllowed;
  useShortcut('Alt+p', next, shown && !busy);
  useShortcut('Ctrl+o', stop, !busy && (recording.state === 'recording' || recording.state === 'paused'));
  if (!shown) return null;
  if (recording.state === 'off' || recording.state === 'failed') {
    return (
      <Button size="small" keys="Alt+p" isDisabled={busy} onPress={start}>
        {t('recording.start')}
      </Button>
    );
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('recording.label')}>
      <span className={styles.state} data-state={recording.state} role="status">
        <i aria-hidden="true" />
        {recording.state === 'recording' ? t('recording.running') : recording.reasons.includes('sensitive-field') ? t('recording.pausedByField') : t('recording.paused')}
      </span>
      <Button size="small" keys="Alt+p" isDisabled={busy} onPress={next}>
        {byOperator ? t('recording.resume') : t('recording.pause')}
      </Button>
      <Button size="small" tone="quiet" keys="Ctrl+o" isDisabled={busy} onPress={stop}>
        {t('recording.stop')}
      </Button>
    </div>
  );
}
