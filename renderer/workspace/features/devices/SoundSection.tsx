import type { SoundSettings } from '#shared/domain/settings.ts';
import { useSettings } from '../../app/use-settings.ts';
import { percentage } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { DeviceField } from './DeviceField.tsx';
import { MicrophoneLevel } from './MicrophoneLevel.tsx';
import { TestSoundButton } from './TestSoundButton.tsx';
import styles from './Devices.module.css';

const processing = ['echoCancellation', 'noiseSuppression', 'autoGainControl', 'keyNoiseSuppression'] as const satisfies readonly (keyof SoundSettings)[];

/** Where it is spoken, heard and rung, each with a way to try it, and what is done to the microphone's sound. */
export function SoundSection({ onCheck }: { readonly onCheck: () => void }) {
  const { t, language } = useTexts();
  const { settings, change } = useSettings();
  const { sound } = settings;
  const set = (part: Partial<SoundSettings>): void => change({ sound: { ...sound, ...part } });
  return (
    <SettingsSection
      name="sound"
      aside={
        <Button keys="Ctrl+g" onPress={onCheck}>
          {t('readiness.open')}
        </Button>
      }
    >
      <div className={styles.roles}>
        <DeviceField role="microphone">
          <MicrophoneLevel />
        </DeviceField>
        <DeviceField role="speaker">
          <TestSoundButton role="speaker" />
        </DeviceField>
        <DeviceField role="ring">
          <TestSoundButton role="ring" />
        </DeviceField>
      </div>
      <div className={styles.options}>
        <Slider label={t('sound.ringVolume')} value={sound.ringVolume} text={(value) => percentage(language, value)} onCommit={(ringVolume) => set({ ringVolume })} />
        <Toggle label={t('sound.ringInHeadset')} hint={t('sound.ringInHeadsetHint')} isOn={sound.ringInHeadset} onChange={(ringInHeadset) => set({ ringInHeadset })} />
      </div>
      <div className={styles.options}>
        {processing.map((name) => (
          <Toggle key={name} label={t(`sound.${name}`)} hint={t(`sound.${name}Hint`)} isOn={sound[name]} onChange={(on) => set({ [name]: on })} />
        ))}
      </div>
    </SettingsSection>
  );
}
