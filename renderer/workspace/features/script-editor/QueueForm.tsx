import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Editor.module.css';

interface QueueFormProps<T> {
  /** What is decided, of which queue. */
  readonly label: string;
  readonly question: string;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: T;
  /** Where whoever asks for it goes on. */
  readonly first: T;
  readonly isBusy: boolean;
  readonly onChange: (value: T) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** What comes of it. */
  readonly children: ReactNode;
}

/** One of a few things to decide of a queue, said before it is so. There is nothing to type, so nothing to get wrong. */
export function QueueForm<T extends number | null>({ label, question, choices, chosen, first, isBusy, onChange, onConfirm, onCancel, children }: QueueFormProps<T>) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const inHand = useRef<HTMLInputElement>(null);
  // Whoever asks for it has pressed a button: the choices are where they go on, with the whole of the question in view.
  useEffect(() => {
    inHand.current?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      className={styles.choice}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <fieldset className={styles.moments}>
        <legend>{question}</legend>
        {choices.map(({ value, words }) => (
          <label key={String(value)}>
            <input ref={value === first ? inHand : undefined} type="radio" name="choice" checked={chosen === value} onChange={() => onChange(value)} /> {words}
          </label>
        ))}
      </fieldset>
      {children}
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" keys="Enter" isDisabled={isBusy}>
          {t('scriptEditor.queues.confirm')}
        </Button>
        <Button size="small" keys="Escape" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
