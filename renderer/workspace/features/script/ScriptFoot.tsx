import { useState } from 'react';
import type { Script } from '#shared/domain/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ObjectionPips } from './ObjectionPips.tsx';
import { SkipReason } from './SkipReason.tsx';
import type { useScriptRun } from './use-script-run.ts';
import styles from './Script.module.css';

interface ScriptFootProps {
  readonly running: ReturnType<typeof useScriptRun>;
  readonly script: Script;
  readonly isWaiting: boolean;
}

const shownAhead = 3;

/** Below the answers: back, skip, the objections spent, and what comes next. */
export function ScriptFoot({ running, script, isWaiting }: ScriptFootProps) {
  const { t } = useTexts();
  const { step, run } = running;
  const [askingFor, setAskingFor] = useState<string | null>(null);
  const canBack = run.trail.length > 0 && !isWaiting;
  const canSkip = step !== null && !isWaiting;

  function skip(): void {
    if (step === null) return;
    if (step.mandatory === true) setAskingFor(step.key);
    else running.skipStep(null);
  }
  useShortcut('Alt+v', running.goBack, canBack);
  useShortcut('Alt+o', skip, canSkip);

  return (
    <div className={styles.foot}>
      {step !== null && askingFor === step.key ? (
        <SkipReason
          onCancel={() => setAskingFor(null)}
          onSkip={(reason) => {
            setAskingFor(null);
            running.skipStep(reason);
          }}
        />
      ) : (
        <div className={styles.row}>
          <span className={styles.buttons}>
            <Button size="small" keys="Alt+v" isDisabled={!canBack} onPress={running.goBack}>
              {t('script.back')}
            </Button>
            <Button size="small" keys="Alt+o" isDisabled={!canSkip} onPress={skip}>
              {t('script.skip')}
            </Button>
          </span>
          {script.objectionBudget > 0 ? <ObjectionPips spent={run.objections} budget={script.objectionBudget} /> : null}
        </div>
      )}
      {step?.sources === undefined || step.sources.length === 0 ? null : <p className={styles.muted}>{t('script.sources', { sources: step.sources.join(', ') })}</p>}
      {running.progress.upcoming.length === 0 ? null : <p className={styles.muted}>{t('script.next', { steps: running.progress.upcoming.slice(0, shownAhead).join(' → ') })}</p>}
    </div>
  );
}
