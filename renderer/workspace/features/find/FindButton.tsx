import { Button } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFindBox } from './FindContext.ts';
import styles from './FindButton.module.css';

/** Where one looks for the search box. */
export function FindButton() {
  const { t } = useTexts();
  const { isOpen, open } = useFindBox();
  return (
    <Button className={styles.button ?? ''} aria-label={t('find.title')} aria-haspopup="dialog" aria-expanded={isOpen} aria-keyshortcuts="Control+K" preventFocusOnPress onPress={open}>
      <span className={styles.text}>{t('find.short')}</span>
      <Kbd keys="Ctrl+k" />
    </Button>
  );
}
