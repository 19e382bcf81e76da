import type { ScriptField, ScriptStep } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { AnswerButton } from '../script/AnswerButton.tsx';
import { Spoken } from '../script/Spoken.tsx';
import { TermList } from '../script/TermList.tsx';
import type { ScriptInHand } from '../script/use-script-run.ts';
import styles from './Editor.module.css';

interface PreviewStepProps {
  readonly running: ScriptInHand;
  readonly step: ScriptStep;
}

/** A step as it is in a call, without a file: what is typed goes nowhere. */
export function PreviewStep({ running, step }: PreviewStepProps) {
  const { t } = useTexts();
  return (
    <>
      <h2 className={styles.heading}>{step.title}</h2>
      <Spoken segments={running.say} />
      {step.hint === undefined ? null : <p className={styles.muted}>{step.hint}</p>}
      {(step.fields ?? []).map((field) => (
        <PreviewField key={field.key} field={field} value={running.captured[field.key] ?? ''} onChange={(value) => running.capture(field.key, value)} />
      ))}
      {step.terms === undefined ? null : <TermList terms={step.terms} agreed={running.state.terms} isDisabled={false} onAgree={running.agree} />}
      {running.openTerms.length > 0 ? <p className={styles.muted}>{t('script.termsOpen')}</p> : null}
      <div className={styles.answers} role="group" aria-label={t('script.answers')}>
        {running.offered.map((offered, index) => (
          <AnswerButton key={offered.key} offered={offered} place={index + 1} isDisabled={false} onChoose={() => running.choose(offered.key)} />
        ))}
      </div>
    </>
  );
}

function PreviewField({ field, value, onChange }: { readonly field: ScriptField; readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTexts();
  const shared = { label: field.label, required: field.required ?? false, value };
  if (field.type === 'longtext') return <Field as="textarea" {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
  if (field.options === undefined) return <Field {...shared} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Field as="select" {...shared} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('form.choose')}</option>
      {field.options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </Field>
  );
}
