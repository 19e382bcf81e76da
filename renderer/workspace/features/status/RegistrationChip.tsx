import { useNow } from '../../app/use-now.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Chip.tsx';

/** Whether calls can come in and go out. */
export function RegistrationChip() {
  const { t } = useTexts();
  const { registration } = useSnapshot();
  const now = useNow();
  switch (registration.state) {
    case 'off':
      return <Chip>{t('line.off')}</Chip>;
    case 'connecting':
      return (
        <Chip tone="busy" detail={registration.server}>
          {t('line.connecting')}
        </Chip>
      );
    case 'registered':
      return (
        <Chip tone="good" detail={registration.server}>
          {t('line.registered')}
        </Chip>
      );
    case 'waiting':
      return (
        <Chip tone="warn" detail={registration.server}>
          {t('line.waiting', { seconds: Math.max(0, Math.ceil((Date.parse(registration.retryAt) - now) / 1000)) })}
        </Chip>
      );
    case 'refused':
      return (
        <Chip tone="bad" detail={t(`errors.${registration.error}`)}>
          {t('line.refused', { status: registration.sipStatus })}
        </Chip>
      );
  }
}
