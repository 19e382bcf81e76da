import type { MouseEventHandler, ReactNode } from 'react';
import styles from './HitRow.module.css';

interface HitRowProps {
  readonly id: string;
  /** The one that Enter takes. */
  readonly isActive: boolean;
  readonly title: ReactNode;
  /** At the end of the line; nothing: the title has the whole line. */
  readonly aside?: ReactNode;
  /** Under the title. */
  readonly detail?: ReactNode;
  /** Long titles and details are cut, or go on in the next line. */
  readonly wraps?: boolean;
  /** The language it is in, where that is not the workspace's. */
  readonly lang?: string;
  readonly onClick: MouseEventHandler;
}

/** One find in the list of a field that has the keys: `aria-activedescendant` names it, it never has the focus. */
export function HitRow({ id, isActive, title, aside, detail, wraps = false, lang, onClick }: HitRowProps) {
  return (
    <div id={id} role="option" aria-selected={isActive} className={styles.hit} data-wraps={wraps} lang={lang} onClick={onClick}>
      <span className={styles.title}>{title}</span>
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
    </div>
  );
}
