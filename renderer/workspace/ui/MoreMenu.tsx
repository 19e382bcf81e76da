import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useShortcut } from '../app/use-shortcut.ts';
import { Kbd } from './Kbd.tsx';
import menu from './Menu.module.css';
import styles from './MoreMenu.module.css';
import { useKeyShortcuts } from './use-key-shortcuts.ts';

interface MoreMenuProps {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly onAction: () => void }[];
  /** That opens it. */
  readonly keys?: string;
}

/** What is done with a document now and then. */
export function MoreMenu({ label, items, keys = 'Ctrl+8' }: MoreMenuProps) {
  const [isOpen, setOpen] = useState(false);
  useShortcut(keys, () => setOpen(!isOpen));
  const ref = useKeyShortcuts<HTMLButtonElement>(keys);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={ref} className={styles.button ?? ''}>
        {label} <span aria-hidden="true">▾</span> <Kbd keys={keys} />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} aria-label={label}>
          {items.map(({ label: text, onAction }) => (
            <MenuItem key={text} className={menu.item ?? ''} textValue={text} onAction={onAction}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
