import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Where the colleague who put the call through was in the script, and what became of it here: said until it is gone on with. */
export function CarriedLine({ handOver }: Pick<InteractionFile, 'handOver'>) {
  const { t } = useTexts();
  const carried = handOver?.script ?? null;
  if (carried === null) return null;
  const { standing, title, step } = carried;
  const name = handOver?.by ?? t('script.carried.colleague');
  const words = { name: plain(name), title: plain(title), step: step === null ? t('script.carried.end') : plain(step) };
  return (
    <Notice tone={standing === 'taken' ? 'info' : 'warn'} live="status">
      {t(`script.carried.${standing}`, words)}
    </Notice>
  );
}
