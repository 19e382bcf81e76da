import { z } from 'zod';

/** The languages a customer, a queue or a script can have. */
export const languageSchema = z.enum(['nl', 'fr', 'en', 'de']);
export type Language = z.infer<typeof languageSchema>;

/** Formal or informal address: "u" or "je". */
export const registerSchema = z.enum(['formal', 'informal']);
export type Register = z.infer<typeof registerSchema>;

/** One text in the languages that have it; Dutch is always there. */
export const localisedSchema = z.object({ nl: z.string(), fr: z.string().optional(), en: z.string().optional(), de: z.string().optional() });
export type Localised = z.infer<typeof localisedSchema>;
