import type { ReactNode } from 'react';
import styles from './Cover.module.css';

interface CoverProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The page before, or instead of, the workplace: one thing at a time, in the middle. */
export function Cover({ title, children }: CoverProps) {
  return (
    <main className={styles.cover}>
      <div className={styles.card}>
        <p className={styles.brand} aria-hidden="true">
          Balie
        </p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
