import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './Button.tsx';
import styles from './PageHead.module.css';

interface PageHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The head of a page beside the workplace: what it is, what is searched in it, and the way back. */
export function PageHead({ title, children, onClose }: PageHeadProps) {
  const { t } = useTexts();
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.tools}>{children}</div>
      <Button onPress={onClose}>{t('settings.back')}</Button>
    </header>
  );
}
