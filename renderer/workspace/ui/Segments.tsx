import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './Segments.module.css';

interface SegmentsProps<T extends string> {
  /** What is chosen by it, for who does not see it. */
  readonly label: string;
  readonly items: readonly { readonly id: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (id: T) => void;
}

/** One of a few, all of them in sight: one stop for Tab, arrow keys between them. */
export function Segments<T extends string>({ label, items, value, onChange }: SegmentsProps<T>) {
  function choose(keys: ReadonlySet<unknown>): void {
    const chosen = items.find(({ id }) => keys.has(id));
    if (chosen !== undefined) onChange(chosen.id);
  }

  return (
    <ToggleButtonGroup className={styles.segments ?? ''} aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={choose}>
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className={styles.segment ?? ''}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
