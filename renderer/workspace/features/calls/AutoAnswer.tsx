import { useNow } from '../../app/use-now.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** How long until a call answers itself. */
export function AutoAnswer({ at }: { readonly at: string }) {
  const { t } = useTexts();
  const seconds = Math.max(0, Math.ceil((Date.parse(at) - useNow()) / 1000));
  return <strong>{t('call.autoAnswer', { seconds })}</strong>;
}
