import { useEffect } from 'react';
import { isLive } from '#shared/domain/call.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { percentage } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { WritingSection } from '../entry/WritingSection.tsx';
import { SoundSection } from '../devices/SoundSection.tsx';
import { HeadsetSection } from '../headset/HeadsetSection.tsx';
import { CompactButton } from '../session/CompactButton.tsx';
import { SignOut } from '../session/SignOut.tsx';
import { ExportLogButton } from '../session/ExportLogButton.tsx';
import { KeyList } from './KeyList.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import { goToSection, SettingsSection, type SectionName } from './SettingsSection.tsx';
import { TelephoneSection } from './TelephoneSection.tsx';
import styles from './SettingsPage.module.css';

const themes = ['system', 'light', 'dark'] as const;
const languages = ['nl', 'fr', 'en', 'de'] as const;
const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

interface SettingsPageProps {
  readonly onClose: () => void;
  /** Leads to the check before the shift. */
  readonly onCheck: () => void;
  /** The part that was asked for. */
  readonly section?: SectionName | undefined;
}

/** What the operator chooses on this device. Everything takes effect at once. */
export function SettingsPage({ onClose, onCheck, section }: SettingsPageProps) {
  const { t, language } = useTexts();
  const { session, calls, store } = useSnapshot();
  const { settings, change } = useSettings();
  const busy = calls.some(isLive);
  useEffect(() => {
    if (section !== undefined) goToSection(section);
  }, [section]);
  return (
    <div className={styles.page}>
      <SettingsNav />
      <div className={styles.sections}>
        <PageHead title={t('settings.title')} onClose={onClose} />
        <SoundSection onCheck={onCheck} />
        <HeadsetSection />
        <TelephoneSection />
      <SettingsSection name="appearance">
        <div className={styles.grid}>
          <Field as="select" label={t('settings.language')} value={settings.language} onChange={(event) => change({ language: event.target.value as (typeof languages)[number] })}>
            {languages.map((option) => (
              <option key={option} value={option}>
                {t(`ownName.${option}`)}
              </option>
            ))}
          </Field>
          <Field as="select" label={t('settings.theme')} value={settings.theme} onChange={(event) => change({ theme: event.target.value as (typeof themes)[number] })}>
            {themes.map((option) => (
              <option key={option} value={option}>
                {t(`theme.${option}`)}
              </option>
            ))}
          </Field>
          <Field as="select" label={t('settings.textScale')} value={String(settings.textScale)} onChange={(event) => change({ textScale: Number(event.target.value) })}>
            {[...new Set([...scales, settings.textScale])].sort().map((scale) => (
              <option key={scale} value={String(scale)}>
                {percentage(language, scale)}
              </option>
            ))}
          </Field>
        </div>
      </SettingsSection>
      <WritingSection />
      <KeyList />
      <SettingsSection name="session">
        <dl className={styles.facts}>
          <dt>{t('settings.operator')}</dt>
          <dd>{session.state === 'signed-in' ? `${session.agent.name} (${session.agent.username})` : t('settings.nobody')}</dd>
          <dt>{t('settings.central')}</dt>
          <dd data-selectable="true">{session.centralUrl ?? ''}</dd>
          <dt>{t('settings.database')}</dt>
          <dd>{store.state === 'ready' ? t(`settings.keyStore.${store.keyStore}`) : t('settings.databaseClosed')}</dd>
        </dl>
        <div className={styles.buttons}>
          <ExportLogButton />
          <CompactButton isDisabled={busy || store.state !== 'ready'} />
          <SignOut isDisabled={busy || session.state !== 'signed-in'} />
        </div>
        {busy ? <p className={styles.muted}>{t('settings.signOutBusy')}</p> : null}
      </SettingsSection>
      </div>
    </div>
  );
}
