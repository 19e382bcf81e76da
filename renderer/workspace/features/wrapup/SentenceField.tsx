import { useId, useRef } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { draftOr, useDraft } from '../../app/use-draft.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { rewriteField } from '../entry/edit-field.ts';
import { prose } from '../entry/prose.ts';
import { chosenOutcome } from './completeness.ts';
import { ReadBack } from './ReadBack.tsx';
import { useProposal } from './use-proposal.ts';
import styles from './WrapUpBar.module.css';

interface SentenceFieldProps {
  readonly file: InteractionFile;
  /** Closing was tried: what is missing is said. */
  readonly isAsked: boolean;
}

/** The result in one sentence. A proposal stands in the empty field until it is taken or typed over. */
export function SentenceField({ file, isAsked }: SentenceFieldProps) {
  const { t } = useTexts();
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { values: chosen } = useDraft(file, 'outcomeId');
  const { values, record } = useDraft(file, 'sentence');

  const outcomeId = chosenOutcome(file, chosen);
  const text = draftOr(values, 'sentence', file.interaction.sentence);
  const proposal = useProposal(file);
  const needed = file.outcomes.find((outcome) => outcome.id === outcomeId)?.requiresSentence === true;
  const missing = isAsked && needed && text.trim() === '';
  const canPropose = proposal !== null && text.trim() === '';

  function take(): void {
    const field = input.current;
    if (proposal === null || field === null) return;
    field.focus();
    // As if it were typed: Ctrl+Z takes it back.
    rewriteField(field, proposal, proposal.length);
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
        aria-invalid={missing || undefined}
        aria-describedby={missing ? errorId : undefined}
        placeholder={proposal ?? t('wrapup.sentenceHint')}
        maxLength={1000}
        {...prose}
        value={text}
        onChange={(event) => record({ sentence: event.target.value })}
      />
      {canPropose ? (
        <Button size="small" keys="Alt+u" onPress={take}>
          {t('wrapup.take')}
        </Button>
      ) : null}
      <ReadBack file={file} sentence={text.trim() === '' ? (proposal ?? '') : text} onRead={(read) => record({ sentence: read })} />
      {missing ? (
        <span id={errorId} className={styles.error} role="alert">
          {t('wrapup.sentenceMissing')}
        </span>
      ) : null}
    </span>
  );
}
