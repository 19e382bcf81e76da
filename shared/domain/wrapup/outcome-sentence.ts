import { z } from 'zod';
import { languageSchema, type Language } from '../language.ts';
import { scriptKeySchema } from '../script/key.ts';
import { placeholdersIn, render, spokenText, type SpokenValues } from '../script/render.ts';

/** How an outcome is said. `{{field}}` takes what was captured, as in a script. */
export const outcomeSentencesSchema = z
  .array(
    z.strictObject({
      language: languageSchema,
      /** Only for calls with this purpose; null: for all others. */
      purpose: scriptKeySchema.nullable(),
      text: z.string().min(1).max(500),
    }),
  )
  .max(100);
export type OutcomeSentences = z.infer<typeof outcomeSentencesSchema>;

interface Conversation {
  readonly language: Language;
  readonly purpose: string | null;
  readonly values: SpokenValues;
}

/**
 * @returns the sentence that the centre wrote for this outcome, purpose and language, filled in; null where it wrote none, or
 *   where a value is missing in each: a sentence with a gap is worse than none.
 */
export function outcomeSentence(sentences: OutcomeSentences | null, { language, purpose, values }: Conversation): string | null {
  const fitting = (sentences ?? []).filter((sentence) => sentence.language === language && (sentence.purpose === null || sentence.purpose === purpose));
  const ordered = [...fitting].sort((a, b) => Number(b.purpose !== null) - Number(a.purpose !== null) || placeholdersIn(b.text).length - placeholdersIn(a.text).length);
  for (const { text } of ordered) {
    const segments = render(text, values);
    if (segments.every(({ kind }) => kind !== 'gap')) return spokenText(segments);
  }
  return null;
}
