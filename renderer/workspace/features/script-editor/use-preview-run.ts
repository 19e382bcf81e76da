import { useState } from 'react';
import { isoNow } from '#shared/domain/clock.ts';
import { audienceOf, wordsFor } from '#shared/domain/script/audience.ts';
import { bridgeSentences } from '#shared/domain/script/bridge.ts';
import { mainNeedMet } from '#shared/domain/offers/main-need.ts';
import type { ScriptFacts } from '#shared/domain/script/condition.ts';
import { agree, answer, back, currentStep, jump, needsOwnWords, objectionBudgetOf, offeredAnswers, openTerms, resumeRun, skip, speakTo, startRun } from '#shared/domain/script/engine.ts';
import { progress } from '#shared/domain/script/progress.ts';
import { render, spokenValues } from '#shared/domain/script/render.ts';
import { stateOf, type ScriptRun } from '#shared/domain/script/run.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import type { SampleCaller } from './sample-callers.ts';
import { notLeaving } from '../script/leaving.ts';
import { dayOf, type ScriptInHand } from '../script/use-script-run.ts';

interface Tried {
  /** Null until something happened in it: as in a call, what the queue says holds from its beginning. */
  readonly run: ScriptRun | null;
  readonly captured: Readonly<Record<string, string>>;
}

/** The script as it is being written, led by the engine that leads calls; nothing of it is kept. */
export function usePreviewRun(script: Script, caller: SampleCaller | null, queue: { readonly value: string; readonly objectionBudget: number | null } | null): ScriptInHand & { readonly restart: () => void; readonly startAt: (key: string) => void } {
  const session = useSnapshot((snapshot) => snapshot.session);
  const organisation = useSnapshot((snapshot) => snapshot.policy?.organisation ?? '');
  const [tried, setTried] = useState<Tried>({ run: null, captured: {} });
  const [left, setLeft] = useState(notLeaving);
  const ofQueue = queue?.objectionBudget ?? null;
  const run = resumeRun(script, tried.run, ofQueue);
  const { captured } = tried;
  const state = stateOf(run);
  const step = currentStep(script, run);
  const now = new Date();
  const audience = audienceOf(script, state, null, caller);
  const facts: ScriptFacts = { captured, customer: caller, queueKey: queue?.value ?? null, language: audience.language, time: { minute: now.getHours() * 60 + now.getMinutes(), day: now.getDay() === 0 ? 7 : now.getDay() } };
  const spoken = spokenValues({ script, language: audience.language, operatorName: session.state === 'signed-in' ? session.agent.name : '', organisation, customer: caller, captured, localTime: now });
  const keep = (next: ScriptRun): void => setTried({ run: next, captured });
  return {
    state,
    step,
    captured,
    audience,
    progress: progress(script, run, facts),
    say: step === null ? [] : render(wordsFor(script, step, audience), spoken),
    bridge: bridgeSentences(script, run, captured).map(({ say }) => render(say, spoken)),
    consent: script.recordingConsent === undefined || state.trail.length > 0 || step?.key !== script.start ? null : render(script.recordingConsent, spoken),
    offered: offeredAnswers(script, run, facts),
    objectionBudget: objectionBudgetOf(script, run),
    openTerms: openTerms(script, run),
    needsOwnWords: needsOwnWords(script, run),
    leaving: { values: left, set: (changed) => setLeft({ ...left, ...changed }), done: () => setLeft(notLeaving) },
    render: (text) => render(text, spoken),
    offerFacts: (orderPlaced) => ({ script: facts, register: audience.register, purpose: state.purpose, mainNeedMet: mainNeedMet(script, run, facts, orderPlaced), today: dayOf(now) }),
    choose: (key) => setTried(answer(script, run, key, facts, isoNow())),
    goBack: () => setTried(back(run, captured, isoNow())),
    skipStep: (reason) => keep(skip(script, run, reason, facts, isoNow())),
    goTo: (key, reason) => keep(jump(script, run, key, reason, isoNow())),
    speakTo: (chosen) => keep(speakTo(run, chosen, isoNow())),
    agree: (term, agreed) => keep(agree(script, run, term, agreed, isoNow())),
    capture: (key, value) => setTried({ run: tried.run, captured: { ...captured, [key]: value } }),
    restart: () => setTried({ run: null, captured: {} }),
    startAt: (key) => setTried({ run: { ...startRun(script, ofQueue), start: key }, captured }),
  };
}
