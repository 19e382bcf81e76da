import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Script.module.css';

interface LeavingFormProps {
  /** What is done with the reason, as its button says it. */
  readonly confirm: string;
  /** Enter, or the button; whether enough was said is for whoever asks. */
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks why the order of the script is left, whatever comes after: Enter does it, Escape stays. */
export function LeavingForm({ confirm, onConfirm, onCancel, children }: LeavingFormProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);

  // The focus brings the field alone into view, at the foot of its panel; the numbers of the reasons stand below it.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <form
      ref={form}
      className={styles.skip}
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
        <Button size="small" type="submit" tone="primary" keys="Enter">
          {confirm}
        </Button>
        <Button size="small" keys="Escape" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
