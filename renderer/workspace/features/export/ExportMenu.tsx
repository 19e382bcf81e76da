import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { exportFormats, type ExportFormat, type ExportRequest } from '#shared/domain/office.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './ExportMenu.module.css';
import { useExport, useMayExport } from './use-export.ts';

/** Lets a list leave as a file. Absent where the centre does not let this operator. */
export function ExportMenu({ request }: { readonly request: ExportRequest }) {
  const { t } = useTexts();
  const may = useMayExport(request.list);
  const { busy, save } = useExport();
  if (!may) return null;
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} isDisabled={busy}>
        {busy ? t('export.busy') : t('export.open')}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.menu ?? ''} aria-label={t('export.open')} onAction={(format) => save(request, format as ExportFormat)}>
          {exportFormats.map((format) => (
            <MenuItem key={format} id={format} className={styles.item ?? ''} textValue={t(`export.format.${format}`)}>
              {t(`export.format.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
