import { useEffect, useState } from 'react';
import type { ConversationRhythm } from '#shared/domain/conversation-rhythm.ts';
import type { SaySegment } from '#shared/domain/script/render.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Spoken } from './Spoken.tsx';
import styles from './Rhythm.module.css';

interface OfferedSentenceProps {
  readonly rhythm: ConversationRhythm;
  readonly afterSeconds: number;
  /** At least one, most useful first. */
  readonly sentences: readonly (readonly SaySegment[])[];
}

/** The sentence for a silence, by itself after a while or by its key. It stays while the operator says it, and goes when the customer speaks: it did its work. */
export function OfferedSentence({ rhythm, afterSeconds, sentences }: OfferedSentenceProps) {
  const { t } = useTexts();
  const [offered, setOffered] = useState<number | null>(null);
  const { quietSince, customer } = rhythm;
  useEffect(() => {
    if (afterSeconds === 0 || quietSince === null) return;
    const timer = setTimeout(() => setOffered((shown) => shown ?? 0), Math.max(0, quietSince + afterSeconds * 1000 - Date.now()));
    return () => clearTimeout(timer);
  }, [quietSince, afterSeconds]);

  const [answered, setAnswered] = useState(customer);
  if (answered !== customer) {
    setAnswered(customer);
    if (customer) setOffered(null);
  }

  const next = (): void => setOffered((shown) => ((shown ?? -1) + 1) % sentences.length);
  useShortcut('Ctrl+e', next);
  const sentence = offered === null ? undefined : sentences[offered % sentences.length];
  if (sentence === undefined) return null;
  return (
    <section className={styles.bridge} aria-label={t('script.bridge')}>
      <div className={styles.head}>
        <h4>{t('script.bridge')}</h4>
        {sentences.length > 1 ? (
          <Button size="small" tone="quiet" keys="Ctrl+e" onPress={next}>
            {t('script.bridgeNext')}
          </Button>
        ) : null}
      </div>
      <Spoken segments={sentence} />
    </section>
  );
}
