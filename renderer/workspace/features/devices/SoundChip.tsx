import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Chip.tsx';

/** Says that the chosen device is not there, and which one is used meanwhile. Absent while all is as chosen. */
export function SoundChip() {
  const { t } = useTexts();
  const devices = useSnapshot((snapshot) => snapshot.devices);
  const role = (['microphone', 'speaker', 'ring'] as const).find((one) => devices[one].state === 'fallback');
  if (role === undefined) return null;
  const { choice, inUse } = devices[role];
  const wanted = choice === 'system' ? t('devices.systemNone') : choice.label;
  return (
    <Chip tone="warn" detail={t('devices.chipDetail', { wanted, now: inUse?.label ?? '' })}>
      {t(`devices.chip.${role}`)}
    </Chip>
  );
}
