import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';

/** A place that was wrong. `message` is for people; where there is a `code`, it is the same in a word that stays, and `about` what it is about: a field's name, a part of a file. */
const faultPlaceSchema = z.object({ path: z.string(), message: z.string(), code: z.string().optional(), about: z.string().optional() });
export type FaultPlace = z.infer<typeof faultPlaceSchema>;

/** The file that a merged one became. */
const survivorSchema = z.object({ id: idSchema, customerNumber: z.string().nullable() });
export type Survivor = z.infer<typeof survivorSchema>;

/** Problem details (RFC 9457), with our stable `code`, on invalid input the places that were wrong, and of a merged file the one that stays. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z.array(faultPlaceSchema).optional(),
  survivor: survivorSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;
