import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export type Tone = 'neutral' | 'good' | 'busy' | 'warn' | 'bad';

interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** More than fits in the chip; becomes its tooltip and its description. */
  readonly detail?: string;
}

/** A state in the top bar. The words carry it; the dot only repeats it in colour. */
export function Chip({ children, tone = 'neutral', detail }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} title={detail}>
      <ChipFace>{children}</ChipFace>
    </span>
  );
}

/** What is in a chip of any kind. */
export function ChipFace({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <i className={styles.dot} aria-hidden="true" />
      <span>{children}</span>
    </>
  );
}
