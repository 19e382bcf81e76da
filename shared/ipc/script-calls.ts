import { z } from 'zod';
import { queueObjectionsSchema, queueScriptChoiceSchema, queueScriptSchema } from '../contract/queue-scripts.ts';
import { scriptDocumentSchema, scriptPublicationSchema, scriptReviewSchema, scriptSaveSchema, scriptSummarySchema, scriptVersionSchema } from '../contract/scripts.ts';
import { idSchema } from '../domain/ids.ts';

const script = { scriptId: idSchema };
const version = { ...script, number: z.number().int().positive() };

/**
 * Scripts at central, for team leads: they are written with the network there. Refused with `session.unreachable`, `script.not-allowed`,
 * `script.stale` (somebody saved meanwhile), `script.state`, `script.own-work`, `script.invalid`.
 */
export const scriptCalls = {
  'scripts.list': { input: z.void(), output: z.object({ items: z.array(scriptSummarySchema) }) },
  'scripts.versions': { input: z.strictObject(script), output: z.object({ items: z.array(scriptVersionSchema) }) },
  'scripts.read': { input: z.strictObject(version), output: scriptDocumentSchema },
  'scripts.save': { input: scriptSaveSchema.extend(script), output: scriptVersionSchema },
  'scripts.review': { input: scriptReviewSchema.extend(version), output: scriptVersionSchema },
  'scripts.publish': { input: scriptPublicationSchema.extend(version), output: scriptVersionSchema },
  'scripts.withdraw': { input: z.strictObject(version), output: scriptVersionSchema },
  'scripts.restore': { input: scriptReviewSchema.extend(version), output: scriptVersionSchema },
  /** Every queue with what it uses. */
  'scripts.queues': { input: z.void(), output: z.object({ items: z.array(queueScriptSchema) }) },
  /** Refused with `script.queue-changed` where somebody decided meanwhile, `script.queue-not-yours`. */
  'scripts.chooseForQueue': { input: queueScriptChoiceSchema.extend({ queueId: idSchema }), output: queueScriptSchema },
  /** Refused as `scripts.chooseForQueue` is. */
  'scripts.setObjections': { input: queueObjectionsSchema.extend({ queueId: idSchema }), output: queueScriptSchema },
  /** Writes a script where the operator says; false when they say nowhere. */
  'scripts.export': { input: z.strictObject({ name: z.string().max(128), text: z.string().max(16 * 1024 * 1024) }), output: z.object({ saved: z.boolean() }) },
  /** The text of a file that the operator points at; null when they point at none. Whatever is in it is checked by whoever asked. */
  'scripts.import': { input: z.void(), output: z.object({ text: z.string() }).nullable() },
} as const;
