import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema } from '../language.ts';
import { daySchema } from '../ordering/catalogue.ts';
import { synced } from '../synced.ts';

/** By what an article is known again, the same in every language: `levertermijnen`. */
export const articleKeySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens, at most 64');

/**
 * What operators look up: a procedure, a part of the terms, the card of a product. One row for each language in which it exists; rows
 * with the same key say the same.
 */
export const articleSchema = z.strictObject({
  ...synced,
  key: articleKeySchema,
  language: languageSchema,
  /** The collection it is part of, as scripts name it among a step's permitted sources: `prijslijst`, `voorwaarden`. */
  source: z.string().min(1).max(80),
  title: z.string().min(1).max(200),
  /** Words by which it is looked for and that are not in it. */
  keywords: z.array(z.string().min(1).max(60)).max(50),
  /** Whose it is; empty: every queue's. */
  queueIds: z.array(idSchema).max(100),
  /** The product of which it is the card; null: it is about none in particular. */
  productId: idSchema.nullable(),
  /** First and last day on which it counts, both included, by the calendar of the centre; null: until further notice. */
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  /** Counts the changes of what it says. Central's. */
  edition: z.number().int().positive(),
  /** When it last said something else. Central's. */
  changedAt: instantSchema,
  /** What is different in this edition, in one sentence; empty where nobody said so. */
  changedSummary: z.string().max(300),
  archived: z.boolean(),
  /** Markdown: headings, paragraphs, lists, tables, emphasis. Anything else in it is text. */
  body: z.string().max(40_000),
});
export type Article = z.infer<typeof articleSchema>;

/** What an operator thinks of an article. */
export const articleVerdicts = ['good', 'incomplete', 'wrong'] as const;
export const articleVerdictSchema = z.enum(articleVerdicts);
export type ArticleVerdict = z.infer<typeof articleVerdictSchema>;

/** An operator said something about an article, for whoever maintains it. Written once. */
export const articleFeedbackSchema = z.strictObject({
  ...synced,
  articleId: idSchema,
  /** The edition that was read. */
  edition: z.number().int().positive(),
  verdict: articleVerdictSchema,
  /** What is wrong or missing, in one sentence; empty where the verdict says it all. */
  sentence: z.string().max(500),
  agentId: idSchema.nullable(),
  /** The conversation in which it came up. */
  interactionId: idSchema.nullable(),
  at: instantSchema,
});
export type ArticleFeedback = z.infer<typeof articleFeedbackSchema>;
