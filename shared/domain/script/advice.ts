import { hasWordsFor } from './audience.ts';
import { spokenTexts } from './check.ts';
import type { ScriptFinding } from './finding.ts';
import type { Script } from './script.ts';

/** A sentence of more words than this is read aloud, not spoken (korte zinnen). */
const longestSentence = 28;

/**
 * What makes a script harder to work with than it need be: a sentence too long to say, an audience for whom a step has no
 * words of its own, a required field without a question. It can be used all the same.
 */
export function adviceOn(script: Script): readonly ScriptFinding[] {
  return [...script.steps.flatMap(spokenTexts).flatMap(longSentences), ...missingVariants(script)];
}

function longSentences({ place, text }: { readonly place: string; readonly text: string }): ScriptFinding[] {
  return text.split(/[.!?:;]+\s/).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter((word) => word !== '').length;
    return words > longestSentence ? [{ place, reason: `a sentence of ${words} words` }] : [];
  });
}

function missingVariants(script: Script): ScriptFinding[] {
  return (script.audiences ?? []).flatMap(({ language, register }) =>
    script.steps.filter((step) => !hasWordsFor(script, step, language, register)).map((step) => ({ place: `steps.${step.key}.variants`, reason: `no words in ${language}, ${register}` })),
  );
}
