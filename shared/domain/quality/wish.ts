import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { bucketSchema } from './periods.ts';

/** Which of the operator's own figures are asked for. */
export const ownFiguresWishSchema = z.strictObject({
  /** `busiest`: the queue with most conversations in this time; null: all queues. */
  queue: z.union([idSchema, z.literal('busiest'), z.null()]),
  /** Today and the days before it. */
  days: z.number().int().min(1).max(366),
  bucket: bucketSchema,
  /** By whose calendar; IANA's name. */
  timeZone: z.string().max(64),
});
export type OwnFiguresWish = z.infer<typeof ownFiguresWishSchema>;

/** Which figures of queues are asked for, by who leads them. */
export const queueFiguresWishSchema = z.strictObject({
  from: instantSchema,
  /** The end, not part of it. */
  until: instantSchema,
  bucket: bucketSchema,
  timeZone: z.string().max(64),
  /** Of this team's operators only; null: of all. */
  team: z.string().min(1).max(128).nullable(),
});
export type QueueFiguresWish = z.infer<typeof queueFiguresWishSchema>;
