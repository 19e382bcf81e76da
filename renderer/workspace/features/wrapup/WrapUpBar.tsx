import { useRef, useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { capturedOf, draftOr, useDraft } from '../../app/use-draft.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useWork } from '../../app/work-context.ts';
import { localised, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { Completeness } from './Completeness.tsx';
import { SavedState } from './SavedState.tsx';
import { SentenceField } from './SentenceField.tsx';
import { chosenOutcome } from './completeness.ts';
import { proposeSentence } from './propose-sentence.ts';
import { useCloseInteraction } from './use-close-interaction.ts';
import { useOutcomes } from './use-outcomes.ts';
import styles from './WrapUpBar.module.css';

/** The foot of the workplace: how complete the work is, and its result. */
export function WrapUpBar({ file }: { readonly file: InteractionFile }) {
  const { t, language } = useTexts();
  const { call } = useWork();
  const { values, record } = useDraft(file);
  const { canClose, refused, close } = useCloseInteraction(file);
  const outcomeLabel = useOutcomes();
  const [pickerOpen, setPickerOpen] = useState(false);
  const pickerButton = useRef<HTMLButtonElement>(null);

  const outcomeId = chosenOutcome(file, values);
  const label = outcomeLabel(outcomeId);
  const sentence = draftOr(values, 'sentence', file.interaction.sentence);
  const sentenceNeeded = file.outcomes.find((outcome) => outcome.id === outcomeId)?.requiresSentence === true;
  const proposal = label === null ? null : proposeSentence(label, file.script?.definition ?? null, capturedOf(file, values));

  useShortcut('Alt+r', () => {
    pickerButton.current?.focus();
    setPickerOpen(true);
  });
  useShortcut('Ctrl+Enter', close, canClose);
  usePointed((field) => {
    if (field === 'outcomeId') pickerButton.current?.focus();
  });

  const wrapping = call === null || call.state === 'ended';
  return (
    <footer className={styles.bar} data-wrapping={wrapping} aria-label={t('wrapup.bar')}>
      <Completeness file={file} values={values} />
      <SavedState file={file} />
      <span className={styles.outcome}>
        <Picker
          label={t('wrapup.outcome')}
          placeholder={t('wrapup.choose')}
          keys="Alt+r"
          placement="top"
          triggerRef={pickerButton}
          items={file.outcomes.map((outcome) => ({ id: outcome.id, label: plain(localised(outcome.label, language)) }))}
          value={label === null ? null : outcomeId}
          isOpen={pickerOpen}
          onOpenChange={setPickerOpen}
          isInvalid={refused && label === null}
          onChange={(id) => record({ outcomeId: id })}
        />
        {refused && label === null ? (
          <span className={styles.error} role="alert">
            {t('wrapup.outcomeMissing')}
          </span>
        ) : null}
      </span>
      <SentenceField value={sentence} proposal={proposal} isMissing={refused && sentenceNeeded && sentence.trim() === ''} onChange={(text) => record({ sentence: text })} />
      <Button tone="primary" keys="Ctrl+Enter" isDisabled={!canClose} onPress={close}>
        {t('wrapup.close')}
      </Button>
    </footer>
  );
}
