import type { CallIn } from '#shared/domain/call.ts';
import type { QualitySample } from '#shared/domain/call-quality.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useQualitySample } from './use-quality-sample.ts';

/** Beyond these one cause stands out: packets lost (percent), and a conversation that gets in its own way (ITU-T G.114, one way 150 ms). */
const muchLoss = 3;
const longRoundTripMs = 300;

/** What to do about sound that stays poor. The level in the call changes slowly, so this does not come and go. */
export function QualityWarning({ call }: { readonly call: CallIn<'connected'> }) {
  const { t } = useTexts();
  const sample = useQualitySample(call.id);
  if (call.quality !== 'poor') return null;
  return (
    <Notice tone="warn" live="status" title={t('quality.poor')}>
      {t(`quality.advice.${cause(sample)}`)}
    </Notice>
  );
}

function cause(sample: QualitySample | null): 'loss' | 'sent' | 'delay' | 'other' {
  if (sample === null) return 'other';
  if (sample.lossPercent >= muchLoss) return 'loss';
  if (sample.sentLossPercent !== null && sample.sentLossPercent >= muchLoss) return 'sent';
  return sample.roundTripMs !== null && sample.roundTripMs >= longRoundTripMs ? 'delay' : 'other';
}
