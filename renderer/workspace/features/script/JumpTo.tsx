import { useId, useState } from 'react';
import type { Script, ScriptStep } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Script.module.css';

interface JumpToProps {
  readonly script: Script;
  readonly current: string | null;
  /** Counter-arguments cannot be reached any more. */
  readonly isSpent: boolean;
  readonly onJump: (stepKey: string, reason: string) => void;
  readonly onCancel: () => void;
}

/** Another step, out of order, with the reason. The operator opened it, so the focus may go there. */
export function JumpTo({ script, current, isSpent, onJump, onCancel }: JumpToProps) {
  const { t } = useTexts();
  const id = useId();
  const steps = script.steps.filter((step) => step.key !== current && !(isSpent && step.kind === 'objection'));
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const nameOf = namesOf(script);
  const chosen = steps.find((step) => nameOf(step).toLocaleLowerCase() === typed.trim().toLocaleLowerCase());
  const missing = asked && reason.trim() === '';
  return (
    <form
      className={styles.skip}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined || reason.trim() === '') setAsked(true);
        else onJump(chosen.key, reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <Field
        label={t('script.jumpStep')}
        list={id}
        value={typed}
        autoFocus
        required
        error={asked && chosen === undefined ? t('script.jumpUnknown') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={id}>
        {steps.map((step) => (
          <option key={step.key} value={nameOf(step)} />
        ))}
      </datalist>
      <Field label={t('script.jumpReason')} value={reason} required maxLength={500} error={missing ? t('form.error.required') : undefined} onChange={(event) => setReason(event.target.value)} />
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary">
          {t('script.jumpConfirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}

/** @returns what steps are called: by their title and, where another one has the same, with their key. */
function namesOf({ steps }: Script): (step: ScriptStep) => string {
  const times = Map.groupBy(steps, ({ title }) => title.trim().toLocaleLowerCase());
  return ({ title, key }) => ((times.get(title.trim().toLocaleLowerCase()) ?? []).length > 1 ? `${title} (${key})` : title);
}
