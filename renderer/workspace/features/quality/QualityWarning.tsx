import type { CallIn } from '#shared/domain/call.ts';
import { qualityCause } from '#shared/domain/quality-cause.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useQualitySample } from './use-quality-sample.ts';

/** What to do about sound that stays poor. The level in the call changes slowly, so this does not come and go. */
export function QualityWarning({ call }: { readonly call: CallIn<'connected'> }) {
  const { t } = useTexts();
  const sample = useQualitySample(call.id);
  if (call.quality !== 'poor') return null;
  return (
    <Notice tone="warn" live="status" title={t('quality.poor')}>
      {t(`quality.advice.${qualityCause(sample)}`)}
    </Notice>
  );
}
