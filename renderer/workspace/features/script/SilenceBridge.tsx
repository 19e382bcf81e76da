import { useEffect, useState } from 'react';
import type { SaySegment } from '#shared/domain/script/render.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { OfferedSentence } from './OfferedSentence.tsx';
import { useRhythm } from './use-rhythm.ts';
import styles from './Rhythm.module.css';

interface SilenceBridgeProps {
  readonly callId: string;
  /** The step on screen: another step has other sentences. */
  readonly stepKey: string | null;
  /** False on hold: then silence is what it is for. */
  readonly isTalking: boolean;
  /** 0 never offers a sentence by itself. */
  readonly afterSeconds: number;
  readonly sentences: readonly (readonly SaySegment[])[];
}

/** How long the hint to let the customer finish stays. */
const hintMs = 6_000;

/** Helps over a silence with the next useful sentence, and reminds, for the operator alone, to let the customer finish. */
export function SilenceBridge({ callId, stepKey, isTalking, afterSeconds, sentences }: SilenceBridgeProps) {
  const { t } = useTexts();
  const rhythm = useRhythm(callId, isTalking);
  const interrupted = useRecent(rhythm.overlaps);
  if (!isTalking) return null;
  return (
    <div className={styles.rhythm} role="status">
      {sentences.length === 0 ? null : <OfferedSentence key={stepKey} rhythm={rhythm} afterSeconds={afterSeconds} sentences={sentences} />}
      {interrupted ? <p className={styles.hint}>{t('script.letFinish', { count: rhythm.overlaps })}</p> : null}
    </div>
  );
}

/** @returns true for a while after `count` grew. */
function useRecent(count: number): boolean {
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (count === seen) return;
    const timer = setTimeout(() => setSeen(count), hintMs);
    return () => clearTimeout(timer);
  }, [count, seen]);
  return count > seen;
}
