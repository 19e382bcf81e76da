import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { answer, back, currentStep, offeredAnswers, resumeRun, skip, type ScriptFacts } from '#shared/domain/script-engine.ts';
import { progress, type ScriptProgress } from '#shared/domain/script-progress.ts';
import { render, spokenValues, type SaySegment } from '#shared/domain/script-render.ts';
import type { Script, ScriptAnswer, ScriptRun, ScriptStep } from '#shared/domain/script.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { capturedOf, useDraft } from '../../app/use-draft.ts';
import { useNow } from '../../app/use-now.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';

interface ScriptInHand {
  readonly run: ScriptRun;
  /** Null once the script has ended. */
  readonly step: ScriptStep | null;
  readonly progress: ScriptProgress;
  readonly say: readonly SaySegment[];
  /** What is said about recording, at the beginning of the conversation; null where there is nothing to say (any more). */
  readonly consent: readonly SaySegment[] | null;
  readonly offered: readonly ScriptAnswer[];
  readonly captured: Readonly<Record<string, string>>;
  readonly choose: (answerKey: string) => void;
  readonly goBack: () => void;
  readonly skipStep: (reason: string | null) => void;
  readonly capture: (fieldKey: string, value: string) => void;
}

/** A greeting changes on the hour, wherever on earth hours begin. */
const quarterMs = 900_000;

/** The script of one interaction: where it stands, and every way on. The run is kept with the interaction in the store. */
export function useScriptRun(file: InteractionFile, script: Script): ScriptInHand {
  const { store, queries } = useServices();
  const session = useSnapshot((snapshot) => snapshot.session);
  const { values, record } = useDraft(file, 'script');
  const report = useReport();
  const quarter = useNow(quarterMs);
  const { interaction, queue, customer } = file;
  const captured = capturedOf(file, values);
  const facts: ScriptFacts = { captured, customerKnown: customer !== null };
  const run = resumeRun(script, interaction.scriptRun);
  const step = currentStep(script, run);

  const spoken = spokenValues({
    script,
    operatorName: session.state === 'signed-in' ? session.agent.name : '',
    organisation: queue?.organisation ?? '',
    customer: customer?.customer ?? null,
    captured,
    localTime: new Date(quarter),
  });

  function keep(next: ScriptRun, known: Readonly<Record<string, string>>): void {
    // The journal's word stands over the interaction's: what an answer captured must be in both.
    const changed = Object.entries(known).filter(([key, value]) => captured[key] !== value);
    if (changed.length > 0) record(Object.fromEntries(changed.map(([key, value]) => [`script.${key}`, value])));
    keepInteraction(queries, { ...file, interaction: { ...interaction, scriptRun: next, captured: { ...known } } });
    void report(() => store.call('interaction.setScriptRun', { id: interaction.id, run: next, captured: { ...known } }));
  }

  return {
    run,
    step,
    captured,
    progress: progress(script, run, facts),
    say: step === null ? [] : render(step.say, spoken),
    consent: script.recordingConsent === undefined || run.trail.length > 0 || step === null ? null : render(script.recordingConsent, spoken),
    offered: offeredAnswers(script, run, facts),
    choose(answerKey) {
      const advance = answer(script, run, answerKey, facts);
      keep(advance.run, advance.captured);
    },
    goBack: () => keep(back(script, run), captured),
    skipStep: (reason) => keep(skip(script, run, reason, facts), captured),
    capture: (fieldKey, value) => record({ [`script.${fieldKey}`]: value }),
  };
}
