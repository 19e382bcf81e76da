import { nextStep, type StepState } from '#shared/domain/casework/procedure.ts';
import { dayAndTime, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Casework.module.css';

interface ProcedureStepsProps {
  readonly states: readonly StepState[];
  readonly nameOf: (agentId: string) => string | undefined;
  readonly isDisabled: boolean;
  readonly onMark: (step: string, done: boolean) => void;
}

/** The steps of a case: done by whom and when, what comes next with its hint, and what is still to do. */
export function ProcedureSteps({ states, nameOf, isDisabled, onMark }: ProcedureStepsProps) {
  const { t, language } = useTexts();
  const next = nextStep(states);
  const done = states.filter((state) => state.done !== null).length;
  return (
    <div role="group" aria-label={t('procedure.steps')}>
      <p className={styles.muted}>{t('procedure.progress', { done, total: states.length })}</p>
      <ul className={styles.steps}>
        {states.map(({ step, done: mark }) => {
          const isNext = step === next;
          const by = mark?.agentId == null ? undefined : nameOf(mark.agentId);
          return (
            <li key={step.key}>
              <label className={styles.step} data-next={isNext} data-done={mark !== null}>
                <input type="checkbox" checked={mark !== null} disabled={isDisabled} onChange={(event) => onMark(step.key, event.target.checked)} />
                <span>
                  {localised(step.title, language)}
                  {isNext ? <span className={styles.muted}> · {t('procedure.next')}</span> : null}
                  {mark === null ? null : <span className={styles.muted}> · {[dayAndTime(language, mark.at), ...(by === undefined ? [] : [by])].join(', ')}</span>}
                  {isNext && step.hint !== null ? <span className={styles.hint}>{localised(step.hint, language)}</span> : null}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
