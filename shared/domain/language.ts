import { z } from 'zod';

/** The languages a customer, a queue or a script can have. */
export const languageSchema = z.enum(['nl', 'fr', 'en', 'de']);
export type Language = z.infer<typeof languageSchema>;

/** Formal or informal address: "u" or "je". */
export const registerSchema = z.enum(['formal', 'informal']);
export type Register = z.infer<typeof registerSchema>;
