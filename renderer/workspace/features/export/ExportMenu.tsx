import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useState } from 'react';
import { exportFormats, type ExportRequest } from '#shared/domain/office.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ariaKeys } from '../../ui/key-label.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import menu from '../../ui/Menu.module.css';
import styles from './ExportMenu.module.css';
import { useExport, useMayExport } from './use-export.ts';

const exportKey = 'Ctrl+F9';

/** Lets lists leave as files. Absent where the centre lets this operator export none of them. */
export function ExportMenu({ requests }: { readonly requests: readonly ExportRequest[] }) {
  const { t } = useTexts();
  const may = useMayExport();
  const { busy, save } = useExport();
  const offered = requests.filter(({ list }) => may.includes(list));
  const [isOpen, setOpen] = useState(false);
  useShortcut(exportKey, () => setOpen(true), offered.length > 0 && !busy);
  if (offered.length === 0) return null;
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={styles.button ?? ''} isDisabled={busy} aria-keyshortcuts={ariaKeys(exportKey)}>
        {busy ? t('export.busy') : t('export.open')}
        <Kbd keys={exportKey} />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} autoFocus="first" aria-label={t('export.open')}>
          {offered.map((request) => (
            <MenuSection key={request.list} aria-label={t(`export.title.${request.list}`)}>
              <Header className={menu.head ?? ''}>{t(`export.title.${request.list}`)}</Header>
              {exportFormats.map((format) => (
                <MenuItem key={format} id={`${request.list}:${format}`} className={menu.item ?? ''} textValue={t(`export.format.${format}`)} onAction={() => save(request, format)}>
                  {t(`export.format.${format}`)}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
