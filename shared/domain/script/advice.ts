import { hasWordsFor } from './audience.ts';
import { Findings } from './check.ts';
import type { ScriptFinding } from './finding.ts';
import type { Script } from './script.ts';
import { spokenTexts } from './spoken-texts.ts';

/** A sentence of more words than this is read aloud, not spoken (korte zinnen). */
const longestSentence = 28;

/**
 * What makes a script harder to work with than it need be: a sentence too long to say, an audience for whom a step has no
 * words of its own, an objection that is never offered, two steps of one title, no word of goodbye. It can be used all the same.
 */
export function adviceOn(script: Script): readonly ScriptFinding[] {
  const found = new Findings(script);
  longSentences(script, found);
  missingVariants(script, found);
  doubleVariants(script, found);
  objections(script, found);
  doubleTitles(script, found);
  if (!script.steps.some(({ kind }) => kind === 'close')) found.add(['steps'], 'no-closing-step');
  return found.all;
}

function longSentences(script: Script, found: Findings): void {
  for (const { path, text } of spokenTexts(script)) {
    // Not enough between words for so many of them, in the whole of it: most texts are such.
    if (!mayHoldGaps(text, longestSentence)) continue;
    for (const sentence of text.split(/[.!?:;]+\s/)) {
      const words = sentence.split(/\s+/).filter((word) => word !== '').length;
      if (words > longestSentence) found.add(path, 'sentence-long', { words });
    }
  }
}

/** Counts whatever might stand between two words, and letters with it that are not of ASCII: never too little. */
function mayHoldGaps(text: string, gaps: number): boolean {
  let found = 0;
  for (let index = 0; index < text.length && found < gaps; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32 || code > 127) found += 1;
  }
  return found === gaps;
}

function missingVariants(script: Script, found: Findings): void {
  for (const { language, register } of script.audiences ?? []) {
    script.steps.forEach((step, index) => {
      if (!hasWordsFor(script, step, language, register)) found.add(['steps', index, 'variants'], 'variant-missing', { language, register });
    });
  }
}

function doubleVariants(script: Script, found: Findings): void {
  script.steps.forEach((step, index) => {
    const seen = new Set<string>();
    step.variants?.forEach((variant, place) => {
      const audience = [variant.language ?? script.language, variant.register, variant.profile].join(' ');
      if (seen.has(audience)) found.add(['steps', index, 'variants', place], 'variant-double');
      seen.add(audience);
    });
  });
}

/** Operators go to a step by its title. */
function doubleTitles(script: Script, found: Findings): void {
  const seen = new Set<string>();
  script.steps.forEach(({ title }, index) => {
    const read = title.trim().toLowerCase();
    if (seen.has(read)) found.add(['steps', index, 'title'], 'title-twice');
    seen.add(read);
  });
}

function objections(script: Script, found: Findings): void {
  const places = script.steps.flatMap((step, index) => step.answers.flatMap((answer, place) => (answer.objection === true ? [['steps', index, 'answers', place] as const] : [])));
  if (script.objectionBudget === 0) for (const path of places) found.add(path, 'objection-never-offered');
  else if (places.length === 0) found.add(['objectionBudget'], 'budget-unused');
}
