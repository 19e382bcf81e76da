import { useWork } from '../../app/work-context.ts';
import { localised, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** @returns a function that names an outcome in the operator's language; null for one that this queue does not have. */
export function useOutcomes(): (outcomeId: string | null) => string | null {
  const { file } = useWork();
  const { language } = useTexts();
  return (outcomeId) => {
    const outcome = file?.outcomes.find((candidate) => candidate.id === outcomeId);
    return outcome === undefined ? null : plain(localised(outcome.label, language));
  };
}
