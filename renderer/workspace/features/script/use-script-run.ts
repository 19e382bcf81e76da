import { isoNow } from '#shared/domain/clock.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { audienceOf, wordsFor, type ScriptAudience } from '#shared/domain/script/audience.ts';
import { bridgeSentences } from '#shared/domain/script/bridge.ts';
import type { ScriptFacts } from '#shared/domain/script/condition.ts';
import { agree, answer, back, currentStep, jump, needsOwnWords, objectionBudgetOf, offeredAnswers, openTerms, resumeRun, skip, speakTo } from '#shared/domain/script/engine.ts';
import type { OfferFacts } from '#shared/domain/offers/eligible-offer.ts';
import { mainNeedMet } from '#shared/domain/offers/main-need.ts';
import { progress, type ScriptProgress } from '#shared/domain/script/progress.ts';
import { render, spokenValues, type SaySegment } from '#shared/domain/script/render.ts';
import { stateOf, type RunState, type ScriptRun } from '#shared/domain/script/run.ts';
import type { Script, ScriptAnswer, ScriptStep, ScriptTerm } from '#shared/domain/script/script.ts';
import type { Leaving } from './leaving.ts';
import { useLeaving } from './use-leaving.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { capturedOf, useDraft } from '../../app/use-draft.ts';
import { useNow } from '../../app/use-now.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';

export interface ScriptInHand {
  readonly state: RunState;
  /** Null once the script has ended. */
  readonly step: ScriptStep | null;
  readonly progress: ScriptProgress;
  readonly audience: ScriptAudience;
  readonly say: readonly SaySegment[];
  /** What helps over a silence, most useful first. */
  readonly bridge: readonly (readonly SaySegment[])[];
  /** What is said about recording, at the beginning of the conversation; null where there is nothing to say (any more). */
  readonly consent: readonly SaySegment[] | null;
  readonly offered: readonly ScriptAnswer[];
  /** Counter-arguments that the call may have in all; 0: there are none, and nothing is counted. */
  readonly objectionBudget: number;
  /** Mandatory terms of the step on screen that are not ticked yet. */
  readonly openTerms: readonly ScriptTerm[];
  /** Why the step on screen is left unsaid must be said in words of one's own. */
  readonly needsOwnWords: boolean;
  /** Why the step on screen is left, as far as it was typed. */
  readonly leaving: Leaving;
  readonly captured: Readonly<Record<string, string>>;
  /** Any sentence, with its gaps filled in as the script's own are. */
  readonly render: (text: string) => readonly SaySegment[];
  /** What of this call an offer depends on. @param orderPlaced an order was placed in it. */
  readonly offerFacts: (orderPlaced: boolean) => Pick<OfferFacts, 'script' | 'register' | 'purpose' | 'mainNeedMet' | 'today'>;
  readonly choose: (answerKey: string) => void;
  readonly goBack: () => void;
  readonly skipStep: (reason: string) => void;
  readonly goTo: (stepKey: string, reason: string) => void;
  readonly speakTo: (chosen: Pick<RunState, 'language' | 'register'>) => void;
  readonly agree: (termKey: string, agreed: boolean) => void;
  readonly capture: (fieldKey: string, value: string) => void;
}

/** A greeting changes on the hour, wherever on earth hours begin. */
const quarterMs = 900_000;

/** The script of one interaction: where it stands, and every way on. The run is kept with the interaction in the store. */
export function useScriptRun(file: InteractionFile, script: Script): ScriptInHand {
  const { store, queries } = useServices();
  const session = useSnapshot((snapshot) => snapshot.session);
  const { values, record } = useDraft(file, 'script');
  const leaving = useLeaving(file);
  const report = useReport();
  const localTime = new Date(useNow(quarterMs));
  const { interaction, queue, customer } = file;
  const captured = capturedOf(file, values);
  const run = resumeRun(script, interaction.scriptRun, file.objectionBudget);
  const state = stateOf(run);
  const step = currentStep(script, run);
  const audience = audienceOf(script, state, queue, customer?.customer ?? null);
  const facts: ScriptFacts = {
    captured,
    customer: customer?.customer ?? null,
    queueKey: queue?.key ?? null,
    language: audience.language,
    time: { minute: localTime.getHours() * 60 + localTime.getMinutes(), day: localTime.getDay() === 0 ? 7 : localTime.getDay() },
  };

  const spoken = spokenValues({
    script,
    language: audience.language,
    operatorName: session.state === 'signed-in' ? session.agent.name : '',
    organisation: queue?.organisation ?? '',
    // A name that is not shown is not spoken: a gap stands there.
    customer: customer === null || customer.masked.includes('name') ? null : customer.customer,
    captured,
    localTime,
  });

  function keep(next: ScriptRun, known: Readonly<Record<string, string>>): void {
    // First, so that it and the journal are drawn together.
    keepInteraction(queries, { ...file, interaction: { ...interaction, scriptRun: next, captured: { ...known } } });
    // The journal's word stands over the interaction's: what an answer captured must be in both.
    const changed = Object.entries(known).filter(([key, value]) => captured[key] !== value);
    if (changed.length > 0) record(Object.fromEntries(changed.map(([key, value]) => [`script.${key}`, value])));
    void report(() => store.call('interaction.setScriptRun', { id: interaction.id, run: next, captured: { ...known } }));
  }

  return {
    state,
    step,
    captured,
    audience,
    progress: progress(script, run, facts),
    say: step === null ? [] : render(wordsFor(script, step, audience), spoken),
    bridge: bridgeSentences(script, run, captured).map(({ say }) => render(say, spoken)),
    consent: script.recordingConsent === undefined || state.trail.length > 0 || step === null ? null : render(script.recordingConsent, spoken),
    offered: offeredAnswers(script, run, facts),
    objectionBudget: objectionBudgetOf(script, run),
    openTerms: openTerms(script, run),
    needsOwnWords: needsOwnWords(script, run),
    leaving,
    render: (text) => render(text, spoken),
    offerFacts: (orderPlaced) => ({ script: facts, register: audience.register, purpose: state.purpose, mainNeedMet: mainNeedMet(script, run, facts, orderPlaced), today: dayOf(localTime) }),
    choose(answerKey) {
      const advance = answer(script, run, answerKey, facts, isoNow());
      keep(advance.run, advance.captured);
    },
    goBack() {
      const before = back(run, captured, isoNow());
      keep(before.run, before.captured);
    },
    skipStep: (reason) => keep(skip(script, run, reason, facts, isoNow()), captured),
    goTo: (stepKey, reason) => keep(jump(script, run, stepKey, reason, isoNow()), captured),
    speakTo: (chosen) => keep(speakTo(run, chosen, isoNow()), captured),
    agree: (termKey, agreed) => keep(agree(script, run, termKey, agreed, isoNow()), captured),
    capture: (fieldKey, value) => record({ [`script.${fieldKey}`]: value }),
  };
}

/** The day on the operator's clock. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}
