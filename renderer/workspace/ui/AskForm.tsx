import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './Button.tsx';
import styles from './AskForm.module.css';

interface AskFormProps {
  readonly className: string | undefined;
  readonly label?: string;
  /** What is done with the answer, as its button says it. */
  readonly confirm: string;
  readonly isBusy?: boolean;
  /** Enter, or the button; whether enough was said is for whoever asks. */
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A question in the place where it came up: Enter does it, Escape leaves it. The operator asked for it, so the focus may go there. */
export function AskForm({ className, label, confirm, isBusy = false, onConfirm, onCancel, children }: AskFormProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);

  // The focus brings its field alone into view; what belongs to it stands below.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <form
      ref={form}
      className={className}
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
      {children}
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" keys="Enter" isDisabled={isBusy}>
          {confirm}
        </Button>
        <Button size="small" keys="Escape" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
