import type { ReactNode } from 'react';
import styles from './CallCard.module.css';

interface CallCardProps {
  readonly tone: 'live' | 'ring' | 'hold' | 'wrap' | 'end';
  readonly title: ReactNode;
  /** Its state in a word, on a card beside others. */
  readonly mark?: string;
  /** Number, queue and what else is known, in one line that may wrap. */
  readonly facts: readonly ReactNode[];
  /** What accompanies it, small, under the actions. */
  readonly extras?: ReactNode;
  readonly middle?: ReactNode;
  readonly actions?: ReactNode;
  /** What is wrong or special, beneath. */
  readonly notices?: ReactNode;
  readonly compact?: boolean;
}

/** The frame of every call: who, how long, what can be done. */
export function CallCard({ tone, title, mark, facts, extras, middle, actions, notices, compact = false }: CallCardProps) {
  return (
    <article className={styles.card} data-tone={tone} data-compact={compact}>
      <div className={styles.row}>
        <div className={styles.who}>
          <h2 className={styles.name}>
            <bdi>{title}</bdi>
          </h2>
          <p className={styles.facts} data-selectable="true">
            {mark === undefined ? null : <strong className={styles.mark}>{mark}</strong>}
            {facts.map((fact, index) => (
              <span key={index}>{fact}</span>
            ))}
          </p>
        </div>
        {middle === undefined ? null : <div className={styles.middle}>{middle}</div>}
        {actions === undefined && extras === undefined ? null : (
          <div className={styles.side}>
            {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
            {extras === undefined ? null : <div className={styles.extras}>{extras}</div>}
          </div>
        )}
      </div>
      {notices === undefined ? null : <div className={styles.notices}>{notices}</div>}
    </article>
  );
}
