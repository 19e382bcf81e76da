import styles from './Mark.module.css';

interface MarkProps {
  readonly sign: string;
  /** Absent: neither. */
  readonly tone?: 'good' | 'bad' | undefined;
}

/** One sign before or after what it is about, in a column of its own. Whoever listens needs words beside it. */
export function Mark({ sign, tone }: MarkProps) {
  return (
    <span className={styles.mark} data-tone={tone} aria-hidden="true">
      {sign}
    </span>
  );
}
