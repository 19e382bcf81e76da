import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Chip.tsx';

/** Says that customers will not hear the operator, before one finds out. Absent while all is well. */
export function MicrophoneChip() {
  const { t } = useTexts();
  const audio = useSnapshot((snapshot) => snapshot.audio);
  if (audio.window === 'failed' || audio.window === 'restarting') {
    return (
      <Chip tone={audio.window === 'failed' ? 'bad' : 'warn'} detail={t(`audio.${audio.window}Detail`)}>
        {t(`audio.${audio.window}`)}
      </Chip>
    );
  }
  if (audio.microphone !== 'denied' && audio.microphone !== 'missing') return null;
  return (
    <Chip tone="bad" detail={t(`errors.media.microphone-${audio.microphone}`)}>
      {t(`audio.${audio.microphone}`)}
    </Chip>
  );
}
