import type { KeyboardEvent, Ref } from 'react';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The operator wants to be in the list under it. */
  readonly onDown: () => void;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Searches the list under it. */
export function SearchBox({ label, onChange, onDown, ...rest }: SearchBoxProps) {
  return (
    <input
      {...rest}
      className={styles.box}
      type="search"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
