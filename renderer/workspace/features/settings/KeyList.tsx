import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { keyNames } from './key-names.ts';
import { SettingsSection } from './SettingsSection.tsx';
import styles from './SettingsPage.module.css';

/** Every key, by what it does: the names are those under `keys` in the locale files. */
const keys = [
  ['answer', 'Alt+a'],
  ['decline', 'Alt+w'],
  ['hangUp', 'Alt+x'],
  ['mute', 'Alt+m'],
  ['hold', 'Alt+h'],
  ['keypad', 'Alt+d'],
  ['toggle', 'Alt+l'],
  ['transfer', 'Alt+t'],
  ['transferBlind', 'Alt+Enter'],
  ['back', 'Alt+g'],
  ['conference', 'Alt+c'],
  ['record', 'Alt+p'],
  ['recordStop', 'Ctrl+o'],
  ['quality', 'Ctrl+l'],
  ['dial', 'Alt+b'],
  ['callBackMissed', 'Alt+z'],
  ['voicemail', 'Alt+y'],
  ['pickUp', 'Alt+f'],
  ['linkCall', 'Alt+j'],
  ['linkIgnore', 'Alt+e'],
  ['directory', 'Alt+k'],
  ['history', 'Alt+i'],
  ['state', 'Alt+s'],
  ['doNotDisturb', 'Alt+q'],
  ['scriptAnswer', 'Alt+1…9'],
  ['scriptBack', 'Alt+v'],
  ['scriptSkip', 'Alt+o'],
  ['search', 'Ctrl+k'],
  ['save', 'Ctrl+s'],
  ['note', 'Alt+n'],
  ['outcome', 'Alt+r'],
  ['proposal', 'Alt+u'],
  ['close', 'Ctrl+Enter'],
  ['unsent', 'Ctrl+d'],
  ['readiness', 'Ctrl+g'],
  ['settings', 'Ctrl+,'],
] as const;

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
