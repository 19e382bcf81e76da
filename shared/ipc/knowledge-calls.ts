import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { articleFeedbackSchema } from '../domain/knowledge/article.ts';
import { articleSheetSchema, articlesFoundSchema } from '../domain/knowledge/article-views.ts';
import { languageSchema } from '../domain/language.ts';
import { nothing } from './contract.ts';

/** What the workspace asks of what operators look up. There is no customer in it. */
export const knowledgeCalls = {
  /** Beginnings of words in any order, accents and case ignored; without words, what changed last. */
  'article.search': {
    input: z.strictObject({
      text: z.string().max(200),
      /** Its articles come first. */
      language: languageSchema,
      /** Names as a script has them; null: every source. */
      sources: z.array(z.string().max(80)).max(50).nullable().default(null),
      limit: z.number().int().min(1).max(60).default(12),
    }),
    output: articlesFoundSchema,
  },
  'article.get': { input: z.strictObject({ id: idSchema }), output: articleSheetSchema },
  /** What the operator thinks of an edition of an article; on disk and on its way to central when it answers. */
  'article.feedback': { input: z.strictObject(articleFeedbackSchema.pick({ articleId: true, edition: true, verdict: true, sentence: true, interactionId: true }).shape), output: nothing },
} as const;
