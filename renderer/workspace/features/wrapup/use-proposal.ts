import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { audienceOf } from '#shared/domain/script/audience.ts';
import { resumeRun } from '#shared/domain/script/engine.ts';
import { spokenField, spokenValues, type SpokenValues } from '#shared/domain/script/render.ts';
import { stateOf } from '#shared/domain/script/run.ts';
import { isSensitive, type Script } from '#shared/domain/script/script.ts';
import { afterCallFields } from '#shared/domain/wrapup/after-call.ts';
import { outcomeSentence } from '#shared/domain/wrapup/outcome-sentence.ts';
import { capturedOf, useDraft } from '../../app/use-draft.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { localised, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { chosenOutcome } from './completeness.ts';
import { proposeSentence } from './propose-sentence.ts';

/**
 * @returns a first wording of the result, in the language that is spoken: the centre's own sentence for this outcome and purpose or,
 *   where it wrote none that can be filled in, the outcome and what was captured. Null while no outcome is chosen.
 */
export function useProposal(file: InteractionFile): string | null {
  const { language } = useTexts();
  const { values: chosen } = useDraft(file, 'outcomeId');
  const { values: typed } = useDraft(file, 'script');
  const operatorName = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const outcomeId = chosenOutcome(file, chosen);
  const outcome = file.outcomes.find((candidate) => candidate.id === outcomeId);
  if (outcome === undefined) return null;
  const { interaction, queue, customer } = file;
  const script = file.script?.definition ?? null;
  const captured = withoutSensitive(script, capturedOf(file, typed));
  const state = script === null ? null : stateOf(resumeRun(script, interaction.scriptRun));
  const spoken = script === null || state === null ? (queue?.language ?? 'nl') : audienceOf(script, state, queue, customer?.customer ?? null).language;
  const known = customer === null || customer.masked.includes('name') ? null : customer.customer;
  const ofScript: SpokenValues = script === null ? captured : spokenValues({ script, language: spoken, operatorName, organisation: queue?.organisation ?? '', customer: known, captured, localTime: new Date() });
  const asked = afterCallFields(queue?.afterCall ?? null, outcome.code).filter(({ type }) => type === 'date' || type === 'amount');
  const values = { ...ofScript, ...Object.fromEntries(asked.map(({ key, type }) => [key, Object.hasOwn(captured, key) ? spokenField(type, spoken, captured[key] ?? '') : null])) };
  return outcomeSentence(outcome.sentences, { language: spoken, purpose: state?.purpose ?? null, values }) ?? proposeSentence(plain(localised(outcome.label, language)), script, captured, spoken);
}

/** A bank account is not read out, nor kept in a sentence. */
function withoutSensitive(script: Script | null, captured: Readonly<Record<string, string>>): Record<string, string> {
  const sensitive = new Set((script?.steps ?? []).flatMap((step) => (step.fields ?? []).filter(isSensitive).map(({ key }) => key)));
  return Object.fromEntries(Object.entries(captured).filter(([key]) => !sensitive.has(key)));
}
