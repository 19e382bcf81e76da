import { useNow } from '../../app/use-now.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** When the line is tried again. */
export function RetryCountdown({ at }: { readonly at: string }) {
  const { t } = useTexts();
  return <>{t('line.waiting', { seconds: Math.max(0, Math.ceil((Date.parse(at) - useNow()) / 1000)) })}</>;
}
