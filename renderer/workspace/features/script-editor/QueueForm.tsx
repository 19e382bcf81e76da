import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { AskForm } from '../../ui/AskForm.tsx';
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
  return (
    <AskForm className={styles.choice} label={label} confirm={t('scriptEditor.queues.confirm')} isBusy={isBusy} onConfirm={onConfirm} onCancel={onCancel}>
      <fieldset className={styles.moments}>
        <legend>{question}</legend>
        {choices.map(({ value, words }) => (
          <label key={String(value)}>
            <input autoFocus={value === first} type="radio" name="choice" checked={chosen === value} onChange={() => onChange(value)} /> {words}
          </label>
        ))}
      </fieldset>
      {children}
    </AskForm>
  );
}
