import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { loudness } from '../../ui/loudness.ts';
import styles from './Readiness.module.css';

/** What the microphone hears while the check listens: the eye sees that speaking helps. */
export function HeardLevel() {
  const { main } = useServices();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      main.on('microphoneLevel', ({ level }) => {
        if (bar.current !== null) bar.current.style.transform = `scaleX(${loudness(level)})`;
      }),
    [main],
  );
  return (
    <div className={styles.track} aria-hidden="true">
      <div ref={bar} className={styles.bar} />
    </div>
  );
}
