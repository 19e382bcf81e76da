import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonField } from './ReasonField.tsx';
import styles from './Script.module.css';

interface SkipReasonProps {
  /** No usual reason will do: the step is mandatory. */
  readonly ownWords: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onSkip: (reason: string) => void;
  readonly onCancel: () => void;
}

const usualReasons = ['notApplicable', 'discussed', 'declined', 'noTime'] as const;

/** Asks why a step is left out. The operator opened it, so the focus may go there. */
export function SkipReason({ ownWords, reason, onReason, onSkip, onCancel }: SkipReasonProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);

  // The focus brings the field alone into view, at the foot of its panel; the numbers stand below it.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);

  return (
    <form
      ref={form}
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
      <ReasonField
        label={t(ownWords ? 'script.skipReason' : 'script.skipWhy')}
        usual={ownWords ? [] : usualReasons.map((key) => t(`script.skipUsually.${key}`))}
        reason={reason}
        isMissing={asked && reason.trim() === ''}
        autoFocus
        onReason={onReason}
      />
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" keys="Enter">
          {t('script.skipConfirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
