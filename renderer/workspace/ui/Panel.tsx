import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  /** Right end of the header: a version, a number. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Nothing in it takes the focus now: then the panel does, so that keys can scroll it. */
  readonly isStill?: boolean;
}

/** A titled surface that scrolls inside itself: the page never scrolls. */
export function Panel({ title, aside, children, className, isStill = false }: PanelProps) {
  const titleId = useId();
  return (
    <section className={cx(styles.panel, className)} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </header>
      <div className={styles.body} {...(isStill ? { tabIndex: 0, role: 'group', 'aria-labelledby': titleId } : {})}>
        {children}
      </div>
    </section>
  );
}
