import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { exportFormats, type ExportRequest } from '#shared/domain/office.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import menu from '../../ui/Menu.module.css';
import styles from './ExportMenu.module.css';
import { useExport, useMayExport } from './use-export.ts';

/** Lets lists leave as files. Absent where the centre lets this operator export none of them. */
export function ExportMenu({ requests }: { readonly requests: readonly ExportRequest[] }) {
  const { t } = useTexts();
  const may = useMayExport();
  const { busy, save } = useExport();
  const offered = requests.filter(({ list }) => may.includes(list));
  if (offered.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} isDisabled={busy}>
        {busy ? t('export.busy') : t('export.open')}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} aria-label={t('export.open')}>
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
