import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { spokenText, type SaySegment } from '#shared/domain/script/render.ts';
import { useShownCall } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMayRecord } from './use-may-record.ts';
import styles from './Recording.module.css';

interface ConsentLineProps {
  readonly file: InteractionFile;
  /** The script's words about recording, filled in. */
  readonly say: readonly SaySegment[];
}

/** At the beginning of a conversation that is, or may be, recorded: what the caller is told, and asked. */
export function ConsentLine({ file, say }: ConsentLineProps) {
  const { t } = useTexts();
  const mayRecord = useMayRecord(file);
  const recording = useShownCall(recordingOf);
  const running = recording === 'recording' || recording === 'paused';
  if (recording === null || (!mayRecord && !running)) return null;
  return (
    <div className={styles.consent} role="group" aria-label={t('recording.consent')}>
      <p>{running ? t('recording.consentRunning') : t('recording.consentFirst')}</p>
      <blockquote>“{spokenText(say)}”</blockquote>
    </div>
  );
}

function recordingOf(call: Call): string | null {
  return call.state === 'connected' ? call.recording.state : null;
}
