import type { Ref } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import { useKeyShortcuts } from './use-key-shortcuts.ts';
import menu from './Menu.module.css';
import styles from './Picker.module.css';

export interface PickerItem {
  readonly id: string;
  readonly label: string;
}

interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly PickerItem[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly isInvalid?: boolean;
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom';
  readonly triggerRef?: Ref<HTMLButtonElement>;
}

/** One choice out of a list: arrow keys, type-ahead, Escape. */
export function Picker({ label, placeholder, items, value, onChange, isInvalid = false, keys, placement = 'bottom', triggerRef, ...open }: PickerProps) {
  const ref = useKeyShortcuts(keys, triggerRef);
  return (
    <Select
      {...open}
      aria-label={label}
      className={styles.select ?? ''}
      placeholder={placeholder}
      isInvalid={isInvalid}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Button ref={ref} className={styles.trigger ?? ''} data-invalid={isInvalid || undefined}>
        <SelectValue className={styles.value ?? ''} />
      </Button>
      {keys === undefined ? null : (
        <span className={styles.key}>
          <Kbd keys={keys} />
        </span>
      )}
      <Popover className={styles.popover ?? ''} placement={placement === 'top' ? 'top start' : 'bottom start'}>
        <ListBox items={items} className={menu.menu ?? ''}>
          {(item) => (
            <ListBoxItem className={menu.item ?? ''} textValue={item.label}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
