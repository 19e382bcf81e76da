import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

/** Plays a short sound where calls, or the ring tone, would be heard. */
export function TestSoundButton({ role }: { readonly role: 'speaker' | 'ring' }) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const [playing, setPlaying] = useState(false);
  async function play(): Promise<void> {
    setPlaying(true);
    await report(() => main.call('devices.testSound', { role }));
    setPlaying(false);
  }
  return (
    <Button isDisabled={playing} onPress={() => void play()}>
      {playing ? t('devices.playing') : t(`devices.test.${role}`)}
    </Button>
  );
}
