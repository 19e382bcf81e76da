import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import menu from '../../ui/Menu.module.css';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import styles from './Editor.module.css';

interface EditorMenuProps {
  readonly items: readonly { readonly label: string; readonly onAction: () => void }[];
}

const key = 'Ctrl+8';

/** What is done with a script now and then. */
export function EditorMenu({ items }: EditorMenuProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  useShortcut(key, () => setOpen(!isOpen));
  const ref = useKeyShortcuts<HTMLButtonElement>(key);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={ref} className={styles.more ?? ''}>
        {t('scriptEditor.more')} <span aria-hidden="true">▾</span> <Kbd keys={key} />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} aria-label={t('scriptEditor.more')}>
          {items.map(({ label, onAction }) => (
            <MenuItem key={label} className={menu.item ?? ''} textValue={label} onAction={onAction}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
