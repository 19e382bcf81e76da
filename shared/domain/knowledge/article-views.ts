import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema } from '../language.ts';
import { daySchema } from '../ordering/catalogue.ts';
import { productCardSchema } from '../ordering/order-views.ts';
import { articleSchema } from './article.ts';

/** A text in pieces, those that answer what was typed marked. Joined they are the text: nothing in it is markup. */
const piecesSchema = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));
export type Pieces = z.infer<typeof piecesSchema>;

export const articleHitSchema = z.object({
  id: idSchema,
  source: z.string(),
  language: languageSchema,
  title: piecesSchema,
  /** Where in the text it was found; its beginning where only the title was. */
  snippet: piecesSchema,
  productId: idSchema.nullable(),
  changedAt: instantSchema,
  validUntil: daySchema.nullable(),
});
export type ArticleHit = z.infer<typeof articleHitSchema>;

export const articlesFoundSchema = z.object({
  hits: z.array(articleHitSchema),
  /** Of the sources that were asked for, those that there are here. */
  sources: z.array(z.string()),
  /** More is found in other sources. */
  isMoreElsewhere: z.boolean(),
});
export type ArticlesFound = z.infer<typeof articlesFoundSchema>;

/** An article as it is read, with what belongs to it. */
export const articleSheetSchema = z.object({
  article: articleSchema,
  /** The product of which it is the card, with its price and stock of now. */
  card: productCardSchema.nullable(),
  /** The same in other languages. */
  translations: z.array(z.object({ id: idSchema, language: languageSchema })),
  /** Whether it counts today. */
  isInForce: z.boolean(),
});
export type ArticleSheet = z.infer<typeof articleSheetSchema>;
