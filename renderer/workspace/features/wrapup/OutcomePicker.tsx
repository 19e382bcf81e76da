import { useMemo, useRef, useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useDraft } from '../../app/use-draft.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { localised, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Picker } from '../../ui/Picker.tsx';
import { chosenOutcome } from './completeness.ts';
import { byPurpose } from './outcomes-by-purpose.ts';
import styles from './WrapUpBar.module.css';

interface OutcomePickerProps {
  readonly file: InteractionFile;
  /** Closing was tried: what is missing is said. */
  readonly isAsked: boolean;
}

/** What came of the conversation, out of the queue's outcomes: those of the call's purpose first. */
export function OutcomePicker({ file, isAsked }: OutcomePickerProps) {
  const { t, language } = useTexts();
  const { values, record } = useDraft(file, 'outcomeId');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const outcomes = useMemo(() => byPurpose(file), [file]);
  const items = useMemo(() => outcomes.map((outcome) => ({ id: outcome.id, label: plain(localised(outcome.label, language)) })), [outcomes, language]);
  const chosen = chosenOutcome(file, values);
  const known = items.some((item) => item.id === chosen);
  const missing = isAsked && !known;
  useShortcut('Alt+r', () => {
    button.current?.focus();
    setOpen(true);
  });
  usePointed((field) => {
    if (field === 'outcomeId') button.current?.focus();
  });
  return (
    <span className={styles.outcome}>
      <Picker
        label={t('wrapup.outcome')}
        placeholder={t('wrapup.choose')}
        keys="Alt+r"
        placement="top"
        triggerRef={button}
        items={items}
        value={known ? chosen : null}
        isOpen={open}
        onOpenChange={setOpen}
        isInvalid={missing}
        onChange={(id) => record({ outcomeId: id })}
      />
      {missing ? (
        <span className={styles.error} role="alert">
          {t('wrapup.outcomeMissing')}
        </span>
      ) : null}
    </span>
  );
}
