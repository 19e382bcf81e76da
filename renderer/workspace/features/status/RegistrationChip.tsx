import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Chip.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';

/** Whether calls can come in and go out. */
export function RegistrationChip() {
  const { t } = useTexts();
  const registration = useSnapshot((snapshot) => snapshot.registration);
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
        <Chip tone="warn" detail={t(`line.trouble.${registration.trouble}`)}>
          <RetryCountdown at={registration.retryAt} />
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
