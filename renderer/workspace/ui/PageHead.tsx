import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './Button.tsx';
import styles from './PageHead.module.css';

interface PageHeadProps {
  readonly title: string;
  /** How it stands, under the title; with it all of the head stays on one line for as long as it can. */
  readonly note?: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The head of a page beside the workplace: what it is, what is searched in it, and the way back. */
export function PageHead({ title, note, children, onClose }: PageHeadProps) {
  const { t } = useTexts();
  return (
    <header className={styles.head}>
      {note === undefined ? (
        <h1 className={styles.title}>{title}</h1>
      ) : (
        <div className={styles.named}>
          <h1 className={styles.title} title={title}>
            {title}
          </h1>
          <span className={styles.note} role="status">
            {note}
          </span>
        </div>
      )}
      <div className={styles.tools}>{children}</div>
      <Button keys="Escape" onPress={onClose}>{t('settings.back')}</Button>
    </header>
  );
}
