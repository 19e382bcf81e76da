import { useId, useRef } from 'react';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './WrapUpBar.module.css';

interface SentenceFieldProps {
  readonly value: string;
  /** A wording from what was captured; null while no outcome is chosen. */
  readonly proposal: string | null;
  readonly isMissing: boolean;
  readonly onChange: (text: string) => void;
}

/** The result in one sentence. A proposal stands in the empty field until it is taken or typed over. */
export function SentenceField({ value, proposal, isMissing, onChange }: SentenceFieldProps) {
  const { t } = useTexts();
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const canPropose = proposal !== null && value.trim() === '';

  function take(): void {
    if (proposal === null) return;
    onChange(proposal);
    input.current?.focus();
  }
  useShortcut('Alt+u', take, canPropose);
  usePointed((field) => {
    if (field === 'sentence') input.current?.focus();
  });

  return (
    <span className={styles.sentence}>
      <input
        ref={input}
        name="sentence"
        aria-label={t('wrapup.sentence')}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? errorId : undefined}
        placeholder={proposal ?? t('wrapup.sentenceHint')}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {canPropose ? (
        <Button size="small" keys="Alt+u" onPress={take}>
          {t('wrapup.take')}
        </Button>
      ) : null}
      {isMissing ? (
        <span id={errorId} className={styles.error} role="alert">
          {t('wrapup.sentenceMissing')}
        </span>
      ) : null}
    </span>
  );
}
