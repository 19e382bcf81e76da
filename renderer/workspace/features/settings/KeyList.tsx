import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { keyNames } from './key-names.ts';
import { SettingsSection } from './SettingsSection.tsx';
import styles from './SettingsPage.module.css';

/** The keys, to be learned by looking. */
export function KeyList() {
  const { t } = useTexts();
  return (
    <SettingsSection name="keys">
      <ul className={styles.keys}>
        {keyNames.map(([name, combination]) => (
          <li key={name}>
            <span>{t(`keys.${name}`)}</span>
            <Kbd keys={combination} />
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
