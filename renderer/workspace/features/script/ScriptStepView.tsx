import { Fragment, type ReactNode } from 'react';
import type { ScriptField, ScriptStep } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { AnswerButton } from './AnswerButton.tsx';
import { Spoken } from './Spoken.tsx';
import { TermList } from './TermList.tsx';
import type { ScriptInHand } from './use-script-run.ts';
import styles from './Script.module.css';

interface ScriptStepViewProps {
  readonly running: ScriptInHand;
  readonly step: ScriptStep;
  /** A field of the step, bound to the file of whoever calls. */
  readonly fieldOf: (field: ScriptField) => ReactNode;
  /** What lies ready beside the step. */
  readonly tool: ReactNode;
  /** The call still rings: the step can be read, not answered. */
  readonly isWaiting: boolean;
  /** What is asked about recording, beside this step's own words. */
  readonly consent: ReactNode;
}

/** Goes to the first of these fields, or from one to the next. */
function focusNext(names: readonly string[]): void {
  const focused = document.activeElement?.getAttribute('name') ?? '';
  document.getElementsByName(names[(names.indexOf(focused) + 1) % names.length] ?? '')[0]?.focus();
}

/** One step: what is said, what is asked, and what the customer may answer. */
export function ScriptStepView({ running, step, fieldOf, tool, isWaiting, consent }: ScriptStepViewProps) {
  const { t } = useTexts();
  const fields = (step.fields ?? []).map(({ key }) => `script.${key}`);
  useShortcut('F7', () => focusNext(fields), fields.length > 0);
  return (
    <>
      <div className={styles.stepHead}>
        <h3>{step.title}</h3>
        {step.kind === undefined || step.kind === 'say' ? null : <span className={styles.kind}>{t(`script.kind.${step.kind}`)}</span>}
        {step.mandatory === true ? <span className={styles.mandatory}>{t('script.mandatory')}</span> : null}
        {fields.length > 0 ? <Kbd keys="F7" /> : null}
      </div>
      <Spoken segments={running.say} />
      {step.hint === undefined ? null : <p className={styles.hint}>{step.hint}</p>}
      {consent}
      {tool}
      {(step.fields ?? []).map((field) => (
        <Fragment key={field.key}>{fieldOf(field)}</Fragment>
      ))}
      {step.terms === undefined ? null : <TermList terms={step.terms} agreed={running.state.terms} isDisabled={isWaiting} onAgree={running.agree} />}
      {running.openTerms.length > 0 ? <p className={styles.hint}>{t('script.termsOpen')}</p> : null}
      <div className={styles.answers} role="group" aria-label={t('script.answers')}>
        {running.offered.map((offered, index) => (
          <AnswerButton key={offered.key} offered={offered} place={index + 1} isDisabled={isWaiting} onChoose={() => running.choose(offered.key)} />
        ))}
      </div>
      {isWaiting ? <p className={styles.hint}>{t('script.waiting')}</p> : null}
    </>
  );
}
