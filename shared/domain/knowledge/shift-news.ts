import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema, localisedSchema } from '../language.ts';
import { centsSchema, daySchema } from '../ordering/catalogue.ts';

/** So long without any work: it was the end of a shift. */
export const shiftGapMs = 4 * 3_600_000;

const at = instantSchema;

/** One thing that is not as the operator left it. */
export const newsItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), at, id: idSchema, edition: z.number().int(), title: z.string(), language: languageSchema, source: z.string(), summary: z.string() }),
  z.object({ kind: z.literal('price'), at, productId: idSchema, name: localisedSchema, formerCents: centsSchema, cents: centsSchema }),
  z.object({ kind: z.literal('stock'), at, productId: idSchema, name: localisedSchema, isAvailable: z.boolean() }),
  z.object({ kind: z.literal('script'), at, id: idSchema, title: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal('terms'), at, id: idSchema, title: localisedSchema, edition: z.string(), validFrom: daySchema }),
]);
export type NewsItem = z.infer<typeof newsItemSchema>;

export const shiftNewsSchema = z.object({
  /** When the operator last stopped; null where this is not known: a first shift, or a device that was wiped. */
  since: instantSchema.nullable(),
  items: z.array(newsItemSchema),
});
export type ShiftNews = z.infer<typeof shiftNewsSchema>;
