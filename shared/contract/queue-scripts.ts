import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { languageSchema } from '../domain/language.ts';
import { objectionBudgetSchema } from '../domain/script/objection-budget.ts';
import { pageOf, pageQuery } from './pages.ts';

/** A queue will begin to use a script when a version of it goes live. */
const queueScriptPlanSchema = z.object({
  id: idSchema,
  scriptId: idSchema,
  title: z.string(),
  /** With this version, or a later one that goes live before it. */
  number: z.number().int().positive(),
  /** When that version is set to go live; null: no moment is set yet. */
  from: instantSchema.nullable(),
  /** Who planned it; null: nobody who is known. */
  by: z.string().nullable(),
});

/** A queue, and what script its calls begin with. */
export const queueScriptSchema = z.object({
  queueId: idSchema,
  key: z.string(),
  name: z.string(),
  language: languageSchema,
  /** Of the queue's row: whoever changes it names what they have seen. */
  version: z.number().int().positive(),
  /** Null: its calls have none. */
  script: z.object({ id: idSchema, title: z.string() }).nullable(),
  plan: queueScriptPlanSchema.nullable(),
  /** How many counter-arguments its calls may have; null: as many as their script says. Absent: an older central, which cannot be told. */
  objectionBudget: objectionBudgetSchema.nullable().optional(),
  /** How many people may serve it. */
  operators: z.number().int().min(0),
  /** Whoever asks may give it another script. */
  mayChange: z.boolean(),
});
export type QueueScript = z.infer<typeof queueScriptSchema>;

/** GET /v1/queue-scripts. `scriptId`: queues that use a script, or will. The order is that of their ids, which does not change while somebody pages. */
export const queueScriptsQuerySchema = z.strictObject({ ...pageQuery, scriptId: idSchema.optional(), language: languageSchema.optional() });
export type QueueScriptsFilter = Pick<z.output<typeof queueScriptsQuerySchema>, 'scriptId' | 'language'>;
export const queueScriptListSchema = pageOf(queueScriptSchema);

/** PUT /v1/queue-scripts/{id}: what the queue is to use. A plan that there was is replaced. */
export const queueScriptChoiceSchema = z.strictObject({
  scriptId: idSchema.nullable(),
  /** The version with whose going live it begins; null: at once. */
  from: z.number().int().positive().max(2_147_483_647).nullable(),
  /** What whoever decides has seen: where it is another by now, nothing changes. */
  seen: z.strictObject({ version: z.number().int().positive(), planId: idSchema.nullable() }),
});
export type QueueScriptChoice = z.infer<typeof queueScriptChoiceSchema>;

/** PUT /v1/queue-scripts/{id}/objections: how many counter-arguments its calls may have from now on; null: as many as their script says. */
export const queueObjectionsSchema = z.strictObject({
  budget: objectionBudgetSchema.nullable(),
  seen: queueScriptChoiceSchema.shape.seen.pick({ version: true }),
});
export type QueueObjections = z.infer<typeof queueObjectionsSchema>;
