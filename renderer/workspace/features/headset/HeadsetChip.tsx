import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Chip.tsx';

/** Whether the buttons on the headset work. Absent where there is no such headset. */
export function HeadsetChip() {
  const { t } = useTexts();
  const { settings } = useSettings();
  const headset = useSnapshot((snapshot) => snapshot.headset);
  if (headset.state === 'none' || !settings.headset) return null;
  if (headset.state === 'contested') {
    return (
      <Chip tone="warn" detail={t('headset.contestedBody')}>
        {t('headset.chipContested')}
      </Chip>
    );
  }
  if (!headset.inUse) return null;
  return (
    <Chip tone="good" detail={headset.name}>
      {t('headset.chip')}
    </Chip>
  );
}
