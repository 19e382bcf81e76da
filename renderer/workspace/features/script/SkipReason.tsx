import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { AskForm } from '../../ui/AskForm.tsx';
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
  const [asked, setAsked] = useState(false);
  return (
    <AskForm
      className={styles.skip}
      confirm={t('script.skipConfirm')}
      onConfirm={() => {
        if (reason.trim() === '') setAsked(true);
        else onSkip(reason.trim());
      }}
      onCancel={onCancel}
    >
      <ReasonField
        label={t(ownWords ? 'script.skipReason' : 'script.skipWhy')}
        usual={ownWords ? [] : usualReasons.map((key) => t(`script.skipUsually.${key}`))}
        reason={reason}
        isMissing={asked && reason.trim() === ''}
        autoFocus
        onReason={onReason}
      />
    </AskForm>
  );
}
