import { Button } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { sectionNames, type SectionName } from './SettingsSection.tsx';
import styles from './SettingsPage.module.css';

/** Leads to a part of the page, for the eye and for the keyboard. */
export function SettingsNav() {
  const { t } = useTexts();
  function goTo(name: SectionName): void {
    const section = document.getElementById(`settings-${name}`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }
  return (
    <nav className={styles.nav} aria-label={t('settings.parts')}>
      {sectionNames.map((name) => (
        <Button key={name} className={styles.part ?? ''} onPress={() => goTo(name)}>
          {t(`settings.section.${name}`)}
        </Button>
      ))}
    </nav>
  );
}
