import { z } from 'zod';
import { qualityTargetsSchema } from '../domain/quality/agreement.ts';
import { figuresSchema } from '../domain/quality/figures.ts';
import { periodFiguresSchema } from '../domain/quality/periods.ts';
import { ownFiguresWishSchema } from '../domain/quality/wish.ts';
import { idSchema } from '../domain/ids.ts';

/** The operator's own figures, of conversations that this device has. */
export const ownFiguresSchema = z.object({
  /** Queues in which there were conversations in this time, the busiest first. */
  queues: z.array(z.object({ id: idSchema, name: z.string(), conversations: z.number().int() })),
  /** The queue that is answered for; null: all of them together, and nothing is compared. */
  queueId: idSchema.nullable(),
  targets: qualityTargetsSchema.nullable(),
  today: figuresSchema,
  /** All of the days that were asked for. */
  whole: figuresSchema,
  /** By day or week, oldest first; those without a conversation are absent. */
  periods: z.array(periodFiguresSchema),
});
export type OwnFigures = z.infer<typeof ownFiguresSchema>;

export const qualityCalls = {
  'quality.figures': { input: ownFiguresWishSchema, output: ownFiguresSchema },
} as const;
