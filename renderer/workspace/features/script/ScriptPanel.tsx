import { useState, type ReactNode } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useFileNow, useShownCall } from '../../app/work-context.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ConsentLine } from '../recording/ConsentLine.tsx';
import { OfferHint } from '../offer/OfferHint.tsx';
import { CapturedFacts } from './CapturedFacts.tsx';
import { CarriedLine } from './CarriedLine.tsx';
import { ScriptAudience } from './ScriptAudience.tsx';
import { ScriptChoice } from './ScriptChoice.tsx';
import { ScriptFoot } from './ScriptFoot.tsx';
import { ScriptStepView } from './ScriptStepView.tsx';
import { SilenceBridge } from './SilenceBridge.tsx';
import { usualSilenceSeconds } from './use-rhythm.ts';
import { StepField } from './StepField.tsx';
import { StepTool } from './StepTool.tsx';
import { useScriptRun } from './use-script-run.ts';
import styles from './Script.module.css';

/** The script beside the conversation: the one that is proposed, or another that the operator chose. */
export function ScriptPanel() {
  const { t } = useTexts();
  const file = useFileNow();
  if (file === null) {
    return (
      <Panel title={t('script.title')}>
        <p className={styles.empty}>{t('script.loading')}</p>
      </Panel>
    );
  }
  return <ScriptOfCall key={file.interaction.id} file={file} />;
}

function ScriptOfCall({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const [choosing, setChoosing] = useState(false);
  const isOver = file.interaction.state === 'closed';
  useShortcut('Ctrl+9', () => setChoosing(!choosing), !isOver);
  const another = (
    <Button size="small" keys="Ctrl+9" isDisabled={isOver} onPress={() => setChoosing(true)}>
      {t(file.script === null ? 'script.choose' : 'script.chooseOther')}
    </Button>
  );
  if (choosing) {
    return (
      <Panel
        title={t('script.choose')}
        aside={
          <Button size="small" onPress={() => setChoosing(false)}>
            {t('action.cancel')}
          </Button>
        }
      >
        <ScriptChoice file={file} onDone={() => setChoosing(false)} />
      </Panel>
    );
  }
  if (file.script === null) {
    return (
      <Panel title={t('script.title')}>
        <p className={styles.empty}>{t('script.none')}</p>
        <CarriedLine handOver={file.handOver} />
        <div>{another}</div>
      </Panel>
    );
  }
  return <RunningScript key={file.script.id} file={file} script={file.script.definition} another={another} />;
}

interface RunningScriptProps {
  readonly file: InteractionFile;
  readonly script: Script;
  /** The way to another script. */
  readonly another: ReactNode;
}

/** What it is called. In a narrow panel its name alone is shown: that it is the script is plain there. */
function ScriptTitle({ title }: { readonly title: string }) {
  const { t } = useTexts();
  return (
    <>
      <span className={styles.what}>{t('script.title')} ·</span> {title}
    </>
  );
}

function RunningScript({ file, script, another }: RunningScriptProps) {
  const { t } = useTexts();
  const running = useScriptRun(file, script);
  const { position, total, ended } = running.progress;
  const waiting = useShownCall((call) => call.state === 'ringing') === true;
  const talking = useShownCall((call) => (call.state === 'connected' ? call.id : null));
  const silent = useShownCall((call) => call.state === 'connected' && (call.hold !== 'off' || call.heldByRemote || call.muted)) === true;
  return (
    <Panel isStill={waiting} title={<ScriptTitle title={script.title} />} aside={ended ? t('script.endedAside', { version: script.version }) : t('script.stepAside', { version: script.version, position, total })}>
      <div className={styles.steps} role="progressbar" aria-label={t('script.progress')} aria-valuemin={1} aria-valuemax={total} aria-valuenow={position} aria-valuetext={t('script.stepOf', { position, total })}>
        {Array.from({ length: total }, (_, index) => (
          <span key={index} data-state={ended || index < position - 1 ? 'done' : index === position - 1 ? 'current' : 'ahead'} />
        ))}
      </div>
      <div className={styles.row}>
        <ScriptAudience script={script} audience={running.audience} segment={file.customer?.customer.segment ?? null} onSpeakTo={running.speakTo} />
        {another}
      </div>
      <CarriedLine handOver={file.handOver} />
      {running.step === null ? (
        <>
          <p className={styles.ended}>{t('script.ended')}</p>
          <CapturedFacts script={script} captured={running.captured} />
        </>
      ) : (
        <ScriptStepView
          key={running.step.key}
          running={running}
          step={running.step}
          fieldOf={(field) => <StepField file={file} field={field} value={running.captured[field.key] ?? ''} onChange={(value) => running.capture(field.key, value)} />}
          tool={<StepTool kind={running.step.kind} isDisabled={running.step.kind === 'look-up' ? false : waiting || (running.step.kind === 'order' && file.customer === null)} />}
          isWaiting={waiting}
          consent={running.consent === null ? null : <ConsentLine file={file} say={running.consent} />}
        />
      )}
      {waiting ? null : <OfferHint file={file} running={running} />}
      {talking === null ? null : (
        <SilenceBridge key={talking} callId={talking} stepKey={running.step?.key ?? null} isTalking={!silent} afterSeconds={script.silenceSeconds ?? usualSilenceSeconds} sentences={running.bridge} />
      )}
      <ScriptFoot running={running} script={script} isWaiting={waiting} />
    </Panel>
  );
}
