import { Button } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { goToSection, sectionNames } from './SettingsSection.tsx';
import styles from './SettingsPage.module.css';

/** Leads to a part of the page, for the eye and for the keyboard. */
export function SettingsNav() {
  const { t } = useTexts();
  return (
    <nav className={styles.nav} aria-label={t('settings.parts')}>
      {sectionNames.map((name) => (
        <Button key={name} className={styles.part ?? ''} onPress={() => goToSection(name)}>
          {t(`settings.section.${name}`)}
        </Button>
      ))}
    </nav>
  );
}
