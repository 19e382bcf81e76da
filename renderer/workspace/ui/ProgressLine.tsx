import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly tone?: 'accent' | 'live' | 'ring' | 'wrap';
  /** The value in words, for screen readers. */
  readonly text?: string;
}

/** A thin bar: how far something is. */
export function ProgressLine({ label, value, tone = 'accent', text }: ProgressLineProps) {
  const share = Math.min(1, Math.max(0, value));
  const percent = Math.round(share * 100);
  return (
    <div className={styles.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text}>
      <div className={styles.fill} data-tone={tone} style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
