import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'error' | 'wrap';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader: only for what cannot wait. */
  readonly live?: 'status' | 'alert';
}

/** Something the operator must know, in words, with what to do about it. */
export function Notice({ tone, title, children, actions, live }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={live}>
      <div className={styles.text}>
        {title === undefined ? null : <strong className={styles.title}>{title}</strong>}
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
