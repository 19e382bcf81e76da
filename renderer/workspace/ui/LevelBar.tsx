import { useEffect, useRef } from 'react';
import { loudness } from './loudness.ts';
import styles from './LevelBar.module.css';

interface LevelBarProps {
  /** Calls back with every level, 0..1 of full scale, until what it returns is called. The same function at every drawing. */
  readonly follow: (onLevel: (level: number) => void) => () => void;
}

/** How loud it is. It moves many times a second, so it is moved and not drawn anew; who listens to the screen hears nothing of it. */
export function LevelBar({ follow }: LevelBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      follow((level) => {
        if (bar.current !== null) bar.current.style.transform = `scaleX(${loudness(level)})`;
      }),
    [follow],
  );
  return (
    <div className={styles.track} aria-hidden="true">
      <div ref={bar} className={styles.bar} />
    </div>
  );
}
