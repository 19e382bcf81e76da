import { useState } from 'react';
import { unheardRhythm } from '#shared/domain/conversation-rhythm.ts';
import type { BoundTo } from '#shared/domain/script/bind.ts';
import type { Script, ScriptStep } from '#shared/domain/script/script.ts';
import { OfferedSentence } from '../script/OfferedSentence.tsx';
import { ScriptStepView } from '../script/ScriptStepView.tsx';
import { Spoken } from '../script/Spoken.tsx';
import { StepTool } from '../script/StepTool.tsx';
import { usualSilenceSeconds } from '../script/use-rhythm.ts';
import type { ScriptInHand } from '../script/use-script-run.ts';
import { PreviewField } from './PreviewField.tsx';

interface PreviewStepProps {
  readonly script: Script;
  readonly running: ScriptInHand;
  readonly step: ScriptStep;
  /** What the caller's file has; null: nobody is known. */
  readonly file: Readonly<Partial<Record<BoundTo, string>>> | null;
  readonly onKeep: (bind: BoundTo, value: string) => void;
}

/** A step as it is in a call, drawn by what draws it there. Nobody answers, so the sentence for a silence comes by itself, or with its key. */
export function PreviewStep({ script, running, step, file, onKeep }: PreviewStepProps) {
  const [quietSince] = useState(() => Date.now());
  return (
    <>
      <ScriptStepView
        running={running}
        step={step}
        fieldOf={(field) => (
          <PreviewField
            field={field}
            value={running.captured[field.key] ?? ''}
            inFile={file === null || field.bind === undefined ? null : (file[field.bind] ?? '')}
            onChange={(value) => running.capture(field.key, value)}
            onKeep={(value) => field.bind !== undefined && onKeep(field.bind, value)}
          />
        )}
        // Nothing is promised or noted for a caller who is not there.
        tool={<StepTool kind={step.kind} isDisabled />}
        isWaiting={false}
        consent={running.consent === null ? null : <Spoken segments={running.consent} />}
      />
      {running.bridge.length === 0 ? null : <OfferedSentence rhythm={{ ...unheardRhythm, quietSince }} afterSeconds={script.silenceSeconds ?? usualSilenceSeconds} sentences={running.bridge} />}
    </>
  );
}
