import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { articleFeedbackSchema } from '../domain/knowledge/article.ts';
import { articleSheetSchema, articlesFoundSchema } from '../domain/knowledge/article-views.ts';
import { shiftNewsSchema } from '../domain/knowledge/shift-news.ts';
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
  /** What changed since the operator's last shift and they have not seen. */
  'shift.news': { input: nothing, output: shiftNewsSchema },
  /** The operator is at work now: after hours without it, a shift begins. */
  'shift.work': { input: nothing, output: nothing },
  /** These articles were read, in these editions. `all`: and everything else that is news was seen. */
  'shift.seen': { input: z.strictObject({ articles: z.array(z.strictObject({ id: idSchema, edition: z.number().int().positive() })).max(100), all: z.boolean() }), output: nothing },
} as const;
