import { z } from 'zod';

/** The readiness check before a shift, in the order in which it runs. */
export const readinessChecks = ['registration', 'clock', 'round-trip', 'stun', 'turn', 'microphone', 'speaker', 'ring', 'headset'] as const;
export const readinessCheckSchema = z.enum(readinessChecks);
export type ReadinessCheck = z.infer<typeof readinessCheckSchema>;

export const readinessResultSchema = z.object({
  check: readinessCheckSchema,
  /** `asking`: the operator must say whether it was heard. `skipped`: there is nothing to check here, e.g. no TURN server. */
  state: z.enum(['waiting', 'running', 'asking', 'passed', 'warning', 'failed', 'skipped']),
  /** Why, for a warning or a failure: a key of the locale files, `readiness.advice.<advice>`. */
  advice: z.string().max(64).nullable(),
  /** What was measured, in `unit`. */
  value: z.number().nullable(),
  unit: z.enum(['ms', 's', 'level']).nullable(),
});
export type ReadinessResult = z.infer<typeof readinessResultSchema>;

export const readinessReportSchema = z.object({ running: z.boolean(), results: z.array(readinessResultSchema) });
export type ReadinessReport = z.infer<typeof readinessReportSchema>;
