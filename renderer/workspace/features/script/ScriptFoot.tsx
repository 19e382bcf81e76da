import { useState } from 'react';
import type { Script } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useKnowledgePanel } from '../knowledge/KnowledgeContext.ts';
import { JumpTo } from './JumpTo.tsx';
import { ObjectionPips } from './ObjectionPips.tsx';
import { SkipReason } from './SkipReason.tsx';
import type { ScriptInHand } from './use-script-run.ts';
import styles from './Script.module.css';

interface ScriptFootProps {
  readonly running: ScriptInHand;
  readonly script: Script;
  readonly isWaiting: boolean;
}

const shownAhead = 3;

/** Below the answers: back, skip, the objections spent, and what comes next. */
export function ScriptFoot({ running, script, isWaiting }: ScriptFootProps) {
  const { t } = useTexts();
  const { open } = useKnowledgePanel();
  const { step, state, leaving } = running;
  // After a crash it opens again, with what was typed.
  const [askingFor, setAskingFor] = useState<string | null>(leaving.values.way === 'skip' ? leaving.values.step : null);
  const [jumping, setJumping] = useState(leaving.values.way === 'jump');
  const canBack = state.trail.length > 0 && !isWaiting;
  const canSkip = step !== null && !isWaiting;

  function skip(): void {
    if (step === null) return;
    setAskingFor(step.key);
    leaving.set({ way: 'skip', step: step.key, reason: '' });
  }
  function jump(): void {
    setJumping(true);
    leaving.set({ way: 'jump', step: '', reason: '' });
  }
  function close(): void {
    setAskingFor(null);
    setJumping(false);
    leaving.done();
  }
  useShortcut('Alt+v', running.goBack, canBack);
  useShortcut('Alt+o', skip, canSkip && askingFor !== step.key);
  useShortcut('Ctrl+y', jump, !isWaiting && !jumping);

  return (
    <div className={styles.foot}>
      {jumping ? (
        <JumpTo
          script={script}
          current={state.step}
          isSpent={state.objections >= running.objectionBudget}
          ownWords={running.needsOwnWords}
          values={leaving.values}
          onType={leaving.set}
          onCancel={close}
          onJump={(to, reason) => {
            close();
            running.goTo(to, reason);
          }}
        />
      ) : step !== null && askingFor === step.key ? (
        <SkipReason
          ownWords={running.needsOwnWords}
          reason={leaving.values.reason}
          onReason={(reason) => leaving.set({ reason })}
          onCancel={close}
          onSkip={(reason) => {
            close();
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
            <Button size="small" keys="Ctrl+y" isDisabled={isWaiting} onPress={jump}>
              {t('script.jump')}
            </Button>
          </span>
          {script.objectionBudget > 0 ? <ObjectionPips spent={state.objections} budget={running.objectionBudget} /> : null}
        </div>
      )}
      {step?.sources === undefined || step.sources.length === 0 ? null : (
        <p className={styles.row}>
          <span className={styles.muted}>{t('script.sources', { sources: step.sources.join(', ') })}</span>
          {step.kind === 'look-up' ? null : (
            <Button size="small" tone="quiet" keys="F1" onPress={() => open()}>
              {t('knowledge.lookUp')}
            </Button>
          )}
        </p>
      )}
      {running.progress.upcoming.length === 0 ? null : <p className={styles.muted}>{t('script.next', { steps: running.progress.upcoming.slice(0, shownAhead).join(' → ') })}</p>}
    </div>
  );
}
