import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Script.module.css';

interface SkipReasonProps {
  readonly onSkip: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a mandatory step is left out. The operator opened it, so the focus may go there. */
export function SkipReason({ onSkip, onCancel }: SkipReasonProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <form
      className={styles.skip}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setAsked(true);
        else onSkip(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <Field
        label={t('script.skipReason')}
        value={reason}
        autoFocus
        required
        maxLength={500}
        error={asked && reason.trim() === '' ? t('form.error.required') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary">
          {t('script.skipConfirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
