import { audienceOf } from '#shared/domain/script/audience.ts';
import { currentStep, resumeRun } from '#shared/domain/script/engine.ts';
import { stateOf } from '#shared/domain/script/run.ts';
import { languageSchema, type Language } from '#shared/domain/language.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** What a search in the articles begins with. */
interface Permitted {
  /** Of the conversation; outside one, the operator's own. */
  readonly language: Language;
  /** What the step in hand permits; null: nothing is said about it. */
  readonly sources: readonly string[] | null;
}

/** @returns the language of the conversation in hand, and the sources that its script permits now. */
export function useStepSources(): Permitted {
  const { file } = useWork();
  const { language } = useTexts();
  const own = languageSchema.catch('nl').parse(language);
  if (file === null) return { language: own, sources: null };
  const script = file.script?.definition;
  const customer = file.customer?.customer ?? null;
  if (script === undefined) return { language: customer?.language ?? file.queue?.language ?? own, sources: null };
  const run = resumeRun(script, file.interaction.scriptRun);
  const step = currentStep(script, run);
  return { language: audienceOf(script, stateOf(run), file.queue, customer).language, sources: step?.sources === undefined || step.sources.length === 0 ? null : step.sources };
}
