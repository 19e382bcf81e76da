import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { isLetterField, letterFieldKeys, type LetterFieldKey } from '#shared/domain/letters.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import menu from '../../ui/Menu.module.css';
import more from '../../ui/MoreMenu.module.css';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import desk from './Desk.module.css';
import styles from './Document.module.css';

const fieldKey = 'Ctrl+Shift+f';

/** The fields that a template may ask for, to be put where somebody types. */
export function FieldMenu({ onChoose }: { readonly onChoose: (key: LetterFieldKey) => void }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  useShortcut(fieldKey, () => setOpen(!isOpen));
  const ref = useKeyShortcuts<HTMLButtonElement>(fieldKey);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={ref} className={more.button ?? ''}>
        {t('templates.insertField')} <span aria-hidden="true">▾</span> <Kbd keys={fieldKey} />
      </Button>
      <Popover className={`${menu.popover ?? ''} ${styles.fieldMenu ?? ''}`} placement="top start">
        <Menu
          className={menu.menu ?? ''}
          aria-label={t('templates.insertField')}
          autoFocus="first"
          onAction={(key) => {
            // When the menu has given the focus back.
            if (typeof key === 'string' && isLetterField(key)) setTimeout(() => onChoose(key));
          }}
        >
          {letterFieldKeys.map((key) => (
            <MenuItem key={key} id={key} className={menu.item ?? ''} textValue={t(`templates.field.${key}`)}>
              {t(`templates.field.${key}`)} <code className={desk.code}>{`{{${key}}}`}</code>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
