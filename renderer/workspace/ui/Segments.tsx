import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import { useKeyShortcuts } from './use-key-shortcuts.ts';
import styles from './Segments.module.css';

interface SegmentsProps<T extends string> {
  /** What is chosen by it, for who does not see it. */
  readonly label: string;
  readonly items: readonly { readonly id: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (id: T) => void;
  /** The combination that goes on to the next one; shown behind them. */
  readonly keys?: string;
}

/** One of a few, all of them in sight: one stop for Tab, arrow keys between them. */
export function Segments<T extends string>({ label, items, value, onChange, keys }: SegmentsProps<T>) {
  function choose(keys: ReadonlySet<unknown>): void {
    const chosen = items.find(({ id }) => keys.has(id));
    if (chosen !== undefined) onChange(chosen.id);
  }

  const group = useKeyShortcuts<HTMLDivElement>(keys);
  return (
    <div className={styles.frame}>
      <ToggleButtonGroup ref={group} className={styles.segments ?? ''} aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={choose}>
        {items.map((item) => (
          <ToggleButton key={item.id} id={item.id} className={styles.segment ?? ''}>
            {item.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </div>
  );
}
