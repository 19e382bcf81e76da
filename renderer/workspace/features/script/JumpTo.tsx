import { useId, useState } from 'react';
import type { Script, ScriptStep } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { Field } from '../../ui/Field.tsx';
import type { LeavingValues } from './leaving.ts';
import { ReasonField } from './ReasonField.tsx';
import styles from './Script.module.css';

interface JumpToProps {
  readonly script: Script;
  readonly current: string | null;
  /** Counter-arguments cannot be reached any more. */
  readonly isSpent: boolean;
  /** No usual reason will do: the step that is left is mandatory. */
  readonly ownWords: boolean;
  readonly values: LeavingValues;
  readonly onType: (changed: Partial<LeavingValues>) => void;
  readonly onJump: (stepKey: string, reason: string) => void;
  readonly onCancel: () => void;
}

const usualReasons = ['raised', 'addition', 'discussed', 'noTime'] as const;

/** Another step, out of order, with the reason. The operator opened it, so the focus may go there. */
export function JumpTo({ script, current, isSpent, ownWords, values: { step: typed, reason }, onType, onJump, onCancel }: JumpToProps) {
  const { t } = useTexts();
  const id = useId();
  const steps = script.steps.filter((step) => step.key !== current && !(isSpent && step.kind === 'objection'));
  const [asked, setAsked] = useState(false);
  const nameOf = namesOf(script);
  const chosen = steps.find((step) => nameOf(step).toLocaleLowerCase() === typed.trim().toLocaleLowerCase());

  return (
    <AskForm
      className={styles.skip}
      confirm={t('script.jumpConfirm')}
      onConfirm={() => {
        if (chosen === undefined || reason.trim() === '') setAsked(true);
        else onJump(chosen.key, reason.trim());
      }}
      onCancel={onCancel}
    >
      <Field
        label={t('script.jumpStep')}
        list={id}
        value={typed}
        autoFocus
        required
        error={asked && chosen === undefined ? t('script.jumpUnknown') : undefined}
        onChange={(event) => onType({ step: event.target.value })}
      />
      <datalist id={id}>
        {steps.map((step) => (
          <option key={step.key} value={nameOf(step)} />
        ))}
      </datalist>
      <ReasonField
        label={t('script.jumpReason')}
        usual={ownWords ? [] : usualReasons.map((key) => t(`script.jumpUsually.${key}`))}
        reason={reason}
        isMissing={asked && reason.trim() === ''}
        onReason={(why) => onType({ reason: why })}
      />
    </AskForm>
  );
}

/** @returns what steps are called: by their title and, where another one has the same, with their key. */
function namesOf({ steps }: Script): (step: ScriptStep) => string {
  const times = Map.groupBy(steps, ({ title }) => title.trim().toLocaleLowerCase());
  return ({ title, key }) => ((times.get(title.trim().toLocaleLowerCase()) ?? []).length > 1 ? `${title} (${key})` : title);
}
