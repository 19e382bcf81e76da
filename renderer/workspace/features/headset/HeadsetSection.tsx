import type { HeadsetState } from '#shared/domain/devices.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import styles from './Headset.module.css';

/** Which headset is there, and what its buttons and lights can do here. */
export function HeadsetSection() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const headset = useSnapshot((snapshot) => snapshot.headset);
  return (
    <SettingsSection name="headset">
      <Toggle label={t('headset.use')} hint={t('headset.useHint')} isOn={settings.headset} onChange={(on) => change({ headset: on })} />
      {!settings.headset ? null : headset.state === 'none' ? <p className={styles.none}>{t('headset.none')}</p> : <Connected headset={headset} />}
    </SettingsSection>
  );
}

function Connected({ headset }: { readonly headset: Exclude<HeadsetState, { state: 'none' }> }) {
  const { t } = useTexts();
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('headset.connected')}</dt>
        <dd>
          <strong>{headset.name}</strong> {headset.inUse ? t('headset.inUse') : t('headset.notInUse')}
        </dd>
        <dt>{t('headset.buttons')}</dt>
        <dd>{headset.buttons.length === 0 ? t('headset.noButtons') : headset.buttons.map((button) => t(`headset.button.${button}`)).join(', ')}</dd>
        <dt>{t('headset.lights')}</dt>
        <dd>{headset.lights.length === 0 ? t('headset.noLights') : headset.lights.map((light) => t(`headset.light.${light}`)).join(', ')}</dd>
      </dl>
      {headset.state === 'contested' ? (
        <Notice tone="warn" title={t('headset.contested')}>
          {t('headset.contestedBody')}
        </Notice>
      ) : null}
    </>
  );
}
