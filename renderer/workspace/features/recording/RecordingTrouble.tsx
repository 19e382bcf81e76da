import type { CallIn } from '#shared/domain/call.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

/** The operator must know when nothing is kept of what they believe is recorded. */
export function RecordingTrouble({ call }: { readonly call: CallIn<'connected'> }) {
  const { t } = useTexts();
  if (call.recording.state !== 'failed') return null;
  return (
    <Notice tone="error" live="alert" title={t('recording.failed')}>
      {t('recording.failedBody')}
    </Notice>
  );
}
