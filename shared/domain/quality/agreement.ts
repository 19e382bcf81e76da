import { z } from 'zod';

const percent = z.number().int().min(1).max(100);

/** What a queue agreed upon beside its pick-up time and duration. Null: nothing was agreed, and nothing is compared. */
export const qualityAgreementSchema = z.strictObject({
  /** Share of the calls that is picked up within the pick-up time. */
  pickUpPercent: percent.nullable(),
  wrapUpSeconds: z.number().int().min(1).max(3600).nullable(),
  adherencePercent: percent.nullable(),
  firstContactPercent: percent.nullable(),
  /** Who comes back with the same purpose within so many days was not helped the first time. */
  returnDays: z.number().int().min(1).max(60),
});
export type QualityAgreement = z.infer<typeof qualityAgreementSchema>;

/** For a queue that agreed upon nothing. */
export const noAgreement: QualityAgreement = { pickUpPercent: null, wrapUpSeconds: null, adherencePercent: null, firstContactPercent: null, returnDays: 7 };

/** All that a queue's figures are held against. */
export const qualityTargetsSchema = qualityAgreementSchema.extend({ pickUpSeconds: z.number().int().positive(), durationSeconds: z.number().int().positive() });
export type QualityTargets = z.infer<typeof qualityTargetsSchema>;

/** @returns what the figures of this queue are held against. */
export function targetsOf(queue: { readonly pickUpTargetSeconds: number; readonly durationTargetSeconds: number; readonly agreement: QualityAgreement | null }): QualityTargets {
  return { ...(queue.agreement ?? noAgreement), pickUpSeconds: queue.pickUpTargetSeconds, durationSeconds: queue.durationTargetSeconds };
}
