import { keyLabel } from './key-label.ts';
import styles from './Kbd.module.css';

interface KbdProps {
  /** A combination as the shortcuts are registered: `Alt+m`. */
  readonly keys: string;
  /** On a coloured ground. */
  readonly inverse?: boolean;
}

/** The key beside an action. Screen readers hear it through `aria-keyshortcuts` of the control itself. */
export function Kbd({ keys, inverse = false }: KbdProps) {
  return (
    <kbd className={styles.kbd} data-inverse={inverse} aria-hidden="true">
      {keyLabel(keys)}
    </kbd>
  );
}
