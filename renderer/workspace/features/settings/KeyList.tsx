import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './SettingsPage.module.css';

/** Every key, by what it does: the names are those under `keys` in the locale files. */
const keys = [
  ['answer', 'Alt+a'],
  ['decline', 'Alt+w'],
  ['hangUp', 'Alt+x'],
  ['mute', 'Alt+m'],
  ['hold', 'Alt+h'],
  ['keypad', 'Alt+d'],
  ['swap', 'Alt+g'],
  ['dial', 'Alt+b'],
  ['state', 'Alt+s'],
  ['scriptAnswer', 'Alt+1…9'],
  ['scriptBack', 'Alt+v'],
  ['scriptSkip', 'Alt+o'],
  ['search', 'Ctrl+k'],
  ['save', 'Ctrl+s'],
  ['note', 'Alt+n'],
  ['outcome', 'Alt+r'],
  ['proposal', 'Alt+u'],
  ['close', 'Ctrl+Enter'],
  ['settings', 'Ctrl+,'],
] as const;

/** The keys, to be learned by looking. */
export function KeyList() {
  const { t } = useTexts();
  return (
    <section className={styles.section} aria-label={t('keys.title')}>
      <h2>{t('keys.title')}</h2>
      <ul className={styles.keys}>
        {keys.map(([name, combination]) => (
          <li key={name}>
            <span>{t(`keys.${name}`)}</span>
            <Kbd keys={combination} />
          </li>
        ))}
      </ul>
    </section>
  );
}
