import { z } from 'zod';

/** A key inside a script: what steps, answers and captured fields are named by. */
const keySchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,62}$/, 'a key is letters, digits and dashes, beginning with a small letter');

/** A condition on what is known during the call; all entries must hold. */
const conditionSchema = z.strictObject({
  /** Field key to the value it must have; `null` asks that it is empty. */
  captured: z.record(keySchema, z.string().nullable()).optional(),
  customerKnown: z.boolean().optional(),
});

const answerSchema = z.strictObject({
  key: keySchema,
  label: z.string().min(1).max(120),
  /** The next step's key; absent on an answer that ends the script. */
  to: keySchema.nullable(),
  /** Values this answer captures by itself, e.g. the purpose of the call. */
  set: z.record(keySchema, z.string().max(200)).optional(),
  /** An objection draws on the script's objection budget (2 to 3 a call). */
  objection: z.boolean().optional(),
  when: conditionSchema.optional(),
});

const fieldSchema = z.strictObject({
  key: keySchema,
  label: z.string().min(1).max(120),
  type: z.enum(['text', 'longtext', 'choice', 'number', 'date', 'phone', 'email', 'postcode']),
  required: z.boolean().optional(),
  options: z.array(z.string().min(1).max(120)).max(30).optional(),
  /** A bank account, card or national number: while it is typed, what is said is not recorded. */
  sensitive: z.boolean().optional(),
});

const stepSchema = z.strictObject({
  key: keySchema,
  title: z.string().min(1).max(120),
  /** What the operator says. `{{name}}` takes a value: operator, organisation, salutation, familyName, partOfDay, or a captured field. */
  say: z.string().min(1).max(2000),
  /** A hint that is not spoken. */
  hint: z.string().max(500).optional(),
  /** Permitted sources for this step (price list, terms ...). */
  sources: z.array(z.string().max(80)).max(10).optional(),
  fields: z.array(fieldSchema).max(20).optional(),
  answers: z.array(answerSchema).min(1).max(9),
  /** Skipping a mandatory step asks for a reason. */
  mandatory: z.boolean().optional(),
});

/** A script as it is written in `resources/scripts/*.json` and sent by the centre. Referential checks are in `parseScript`. */
export const scriptSchema = z.strictObject({
  key: keySchema,
  version: z.number().int().positive(),
  language: z.enum(['nl', 'fr', 'en', 'de']),
  title: z.string().min(1).max(120),
  start: keySchema,
  objectionBudget: z.number().int().min(0).max(3),
  /** What the operator says where the call is recorded, before it is: the caller must agree. */
  recordingConsent: z.string().min(1).max(500).optional(),
  steps: z.array(stepSchema).min(1).max(100),
});
export type Script = z.infer<typeof scriptSchema>;
export type ScriptStep = z.infer<typeof stepSchema>;
export type ScriptAnswer = z.infer<typeof answerSchema>;
export type ScriptField = z.infer<typeof fieldSchema>;

/** Where a call stands in its script, kept with the interaction, so that it survives a crash and a transfer. */
export const scriptRunSchema = z.strictObject({
  scriptKey: keySchema,
  scriptVersion: z.number().int().positive(),
  /** The step on screen; null once the script has ended. */
  step: keySchema.nullable(),
  /** Steps left behind, oldest first. `answer` is null where the step was skipped, and then `reason` says why. */
  trail: z.array(z.strictObject({ step: keySchema, answer: keySchema.nullable(), reason: z.string().max(500).nullable() })).max(500),
  objections: z.number().int().min(0),
});
export type ScriptRun = z.infer<typeof scriptRunSchema>;
