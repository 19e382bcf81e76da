import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CapturedFacts } from '../script/CapturedFacts.tsx';
import { ScriptAudience } from '../script/ScriptAudience.tsx';
import { ScriptFoot } from '../script/ScriptFoot.tsx';
import { PreviewOffer } from './PreviewOffer.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { sampleCallers, type SampleCaller, type SampleCallerName } from './sample-callers.ts';
import { queueNames } from './script-queries.ts';
import { hasOwnUndo } from './use-own-undo.ts';
import { usePreviewRun } from './use-preview-run.ts';
import styles from './Editor.module.css';

interface PreviewProps {
  readonly script: Script;
  /** The step in hand in the editor. */
  readonly chosen: string | null;
}

/** A call as an operator would have it, with a customer who is not there. */
export function Preview({ script, chosen }: PreviewProps) {
  const { t } = useTexts();
  const [who, setWho] = useState<SampleCallerName>('regular');
  const [queue, setQueue] = useState('');
  const [calls, setCalls] = useState(0);
  const [kept, setKept] = useState<SampleCaller['file']>({});
  const { data: queues } = useQuery(queueNames(useServices()));
  const caller: SampleCaller | null = sampleCallers[who];
  const running = usePreviewRun(script, caller, queues?.find(({ value }) => value === queue) ?? null);
  const call = (name: SampleCallerName): void => {
    setWho(name);
    setKept({});
  };
  const { position, total } = running.progress;
  return (
    <div className={styles.preview} {...hasOwnUndo}>
      <div className={styles.previewHead}>
        <Field as="select" label={t('scriptEditor.caller')} value={who} onChange={(event) => call(event.target.value as SampleCallerName)}>
          {(Object.keys(sampleCallers) as SampleCallerName[]).map((name) => (
            <option key={name} value={name}>
              {t(`scriptEditor.callers.${name}`)}
            </option>
          ))}
        </Field>
        <Field as="select" label={t('scriptEditor.overQueue')} value={queue} onChange={(event) => setQueue(event.target.value)}>
          <option value="">{t('scriptEditor.anyQueue')}</option>
          {(queues ?? []).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Field>
        <Button
          size="small"
          onPress={() => {
            setCalls(calls + 1);
            running.restart();
          }}
        >
          {t('scriptEditor.restart')}
        </Button>
        <Button size="small" isDisabled={chosen === null} onPress={() => chosen !== null && running.startAt(chosen)}>
          {t('scriptEditor.tryStep')}
        </Button>
      </div>
      <p className={styles.muted}>{t('script.stepOf', { position, total })}</p>
      <ScriptAudience script={script} audience={running.audience} segment={caller?.segment ?? null} onSpeakTo={running.speakTo} />
      {running.step === null ? (
        <>
          <p className={styles.muted}>{t('scriptEditor.previewEnded')}</p>
          <CapturedFacts script={script} captured={running.captured} />
        </>
      ) : (
        <PreviewStep key={`${who} ${running.step.key}`} script={script} running={running} step={running.step} file={caller === null ? null : { ...caller.file, ...kept }} onKeep={(bind, value) => setKept({ ...kept, [bind]: value })} />
      )}
      {/* A call begins anew: whoever calls now has not been asked. */}
      <PreviewOffer key={`${who} ${calls}`} script={script} running={running} isFormerBuyer={who === 'loyal'} />
      <ScriptFoot running={running} script={script} isWaiting={false} />
    </div>
  );
}
