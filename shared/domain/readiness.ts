import { z } from 'zod';

/** The readiness check before a shift, in the order in which it runs. */
export const readinessChecks = ['registration', 'clock', 'round-trip', 'stun', 'turn', 'microphone', 'speaker', 'ring', 'headset'] as const;
export const readinessCheckSchema = z.enum(readinessChecks);
export type ReadinessCheck = z.infer<typeof readinessCheckSchema>;

/** What can be wrong, each with a sentence of what it means and what to do (`readiness.advice.<advice>` in the locale files). */
export const readinessAdvices = [
  /** The line is not registered (yet); refused by the server. */
  'not-registered',
  'line-refused',
  /** This computer's clock and the centre's differ by `value` seconds. */
  'clock-off',
  /** No answer at all; an answer that takes long. */
  'no-answer',
  'slow',
  'stun-unreachable',
  'turn-unreachable',
  /** The microphone: not there, not allowed, nothing to be heard, hardly anything to be heard. */
  'microphone-missing',
  'microphone-denied',
  'microphone-silent',
  'microphone-soft',
  /** The chosen device is not there; another one was tested in its place. */
  'device-fallback',
  'speaker-missing',
  'ring-missing',
  /** The operator heard nothing. */
  'speaker-not-heard',
  'ring-not-heard',
  'ring-volume-off',
  /** Another program holds the headset; no button was pressed in time. */
  'headset-contested',
  'headset-silent',
  /** The audio window is down: sound could not be tested. */
  'sound-down',
] as const;
export const readinessAdviceSchema = z.enum(readinessAdvices);
export type ReadinessAdvice = z.infer<typeof readinessAdviceSchema>;

export const readinessResultSchema = z.object({
  check: readinessCheckSchema,
  /** `asking`: the operator must say whether it was heard. `skipped`: there is nothing to check here, e.g. no TURN server. */
  state: z.enum(['waiting', 'running', 'asking', 'passed', 'warning', 'failed', 'skipped']),
  /** Why, for a warning or a failure. */
  advice: readinessAdviceSchema.nullable(),
  /** What was measured, in `unit`. */
  value: z.number().nullable(),
  unit: z.enum(['ms', 's', 'level']).nullable(),
});
export type ReadinessResult = z.infer<typeof readinessResultSchema>;

export const readinessReportSchema = z.object({ running: z.boolean(), results: z.array(readinessResultSchema) });
export type ReadinessReport = z.infer<typeof readinessReportSchema>;
