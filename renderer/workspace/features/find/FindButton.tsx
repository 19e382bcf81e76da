import { Button } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import { useFindBox } from './FindContext.ts';
import styles from './FindButton.module.css';

/** Where one looks for the search box. */
export function FindButton() {
  const { t } = useTexts();
  const { isOpen, open } = useFindBox();
  const ref = useKeyShortcuts<HTMLButtonElement>('Ctrl+k');
  return (
    <Button ref={ref} className={styles.button ?? ''} aria-label={t('find.title')} aria-haspopup="dialog" aria-expanded={isOpen} preventFocusOnPress onPress={open}>
      <span className={styles.text}>{t('find.short')}</span>
      <Kbd keys="Ctrl+k" />
    </Button>
  );
}
