import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './Person.module.css';

interface PersonProps {
  /** Customer or colleague. */
  readonly role: string;
  readonly name: string;
  readonly detail: ReactNode;
  /** `line`: speaks with the operator now. */
  readonly state: 'line' | 'waits' | 'rings';
  readonly stateText: string;
  /** Pressing the one who waits speaks with them. */
  readonly onPress?: (() => void) | undefined;
  readonly pressLabel?: string;
  readonly aside?: ReactNode;
}

/** One of the people on the line: who they are, and whether they hear the operator. */
export function Person({ role, name, detail, state, stateText, onPress, pressLabel, aside }: PersonProps) {
  return (
    <section className={styles.person} data-state={state} aria-label={`${role}: ${name}, ${stateText}`}>
      <p className={styles.top}>
        <span>{role}</span>
        {onPress === undefined ? (
          <strong className={styles.state}>{stateText}</strong>
        ) : (
          <Button className={styles.state ?? ''} aria-label={pressLabel ?? stateText} onPress={onPress}>
            {stateText}
          </Button>
        )}
      </p>
      <h2 className={styles.name}>
        <bdi>{name}</bdi>
      </h2>
      <p className={styles.detail}>{detail}</p>
      {aside}
    </section>
  );
}
