import { useState } from 'react';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CapturedFacts } from '../script/CapturedFacts.tsx';
import { ScriptAudience } from '../script/ScriptAudience.tsx';
import { ScriptFoot } from '../script/ScriptFoot.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { hasOwnUndo } from './use-own-undo.ts';
import { usePreviewRun, type SampleCaller } from './use-preview-run.ts';
import styles from './Editor.module.css';

const callers: Readonly<Record<string, SampleCaller>> = {
  regular: { kind: 'person', segment: 'regular', language: 'nl', salutation: 'mrs', givenName: 'Nele', familyName: 'Verstraete' },
  loyal: { kind: 'person', segment: 'loyal', language: 'nl', salutation: 'mr', givenName: 'Luc', familyName: 'Vandenbroucke' },
  new: { kind: 'person', segment: 'new', language: 'nl', salutation: 'none', givenName: 'Sam', familyName: 'Peeters' },
  french: { kind: 'person', segment: 'regular', language: 'fr', salutation: 'mrs', givenName: 'Chloé', familyName: 'Lambert' },
  organisation: { kind: 'organisation', segment: 'regular', language: 'nl', salutation: 'none', givenName: '', familyName: 'Bakkerij Maes' },
  unknown: null,
};

interface PreviewProps {
  readonly script: Script;
  /** The step in hand in the editor. */
  readonly chosen: string | null;
}

/** A call as an operator would have it, with a customer who is not there. */
export function Preview({ script, chosen }: PreviewProps) {
  const { t } = useTexts();
  const [who, setWho] = useState('regular');
  const caller = callers[who] ?? null;
  const running = usePreviewRun(script, caller);
  const { position, total } = running.progress;
  return (
    <div className={styles.preview} {...hasOwnUndo}>
      <div className={styles.previewHead}>
        <Field as="select" label={t('scriptEditor.caller')} value={who} onChange={(event) => setWho(event.target.value)}>
          {Object.keys(callers).map((name) => (
            <option key={name} value={name}>
              {t(`scriptEditor.callers.${name as 'regular'}`)}
            </option>
          ))}
        </Field>
        <Button size="small" onPress={running.restart}>
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
        <PreviewStep key={running.step.key} running={running} step={running.step} />
      )}
      <ScriptFoot running={running} script={script} isWaiting={false} />
    </div>
  );
}
