import { z } from 'zod';
import { languageSchema, registerSchema } from '../language.ts';
import { conditionSchema } from './condition.ts';
import { scriptKeySchema } from './key.ts';

const spokenText = z.string().min(1).max(2000);

const answerSchema = z.strictObject({
  key: scriptKeySchema,
  label: z.string().min(1).max(120),
  /** The next step's key; null on an answer that ends the script. */
  to: scriptKeySchema.nullable(),
  /** Values this answer captures by itself. */
  set: z.record(scriptKeySchema, z.string().max(200)).optional(),
  /** The purpose of the call, one of the script's: it decides which outcomes are proposed. */
  purpose: scriptKeySchema.optional(),
  /** An objection draws on the script's objection budget (2 to 3 a call). */
  objection: z.boolean().optional(),
  /** Open although a mandatory term of this step is not agreed to: for who declines, or has a question first. */
  withoutTerms: z.boolean().optional(),
  when: conditionSchema.optional(),
});

const fieldSchema = z.strictObject({
  key: scriptKeySchema,
  label: z.string().min(1).max(120),
  /** `payment`: the number of a card or an account that is passed on and kept nowhere. It is masked while it is typed, checked, and forgotten. */
  type: z.enum(['text', 'longtext', 'choice', 'number', 'date', 'phone', 'email', 'postcode', 'payment']),
  required: z.boolean().optional(),
  options: z.array(z.string().min(1).max(120)).max(30).optional(),
  /** The question that fills this field when it is still empty and nobody speaks. */
  ask: z.string().min(1).max(300).optional(),
  /** How the field is said back: "Dus u wilt {{aantal}} dozen". Only once it is filled in. */
  rephrase: z.string().min(1).max(300).optional(),
  /** A bank account, card or national number: while it is typed, what is said is not recorded. */
  sensitive: z.boolean().optional(),
});

/** Terms of sale or a legal text, in one version. It is read out or sent, and ticked. */
const termSchema = z.strictObject({
  key: scriptKeySchema,
  version: z.number().int().positive(),
  title: z.string().min(1).max(120),
  text: z.string().min(1).max(4000),
  /** The step cannot be answered before it is ticked, but by an answer that may go without. */
  mandatory: z.boolean().optional(),
});

/** The same words for another audience. What is left out fits everybody. */
const variantSchema = z.strictObject({
  language: languageSchema.optional(),
  register: registerSchema.optional(),
  profile: z.enum(['new', 'regular', 'loyal']).optional(),
  say: spokenText,
});

/** What a step is for. It decides what the checks ask of it, and which tool lies ready beside it. */
export const stepKindSchema = z.enum(['say', 'ask', 'choose', 'collect', 'look-up', 'inform', 'objection', 'order', 'case', 'promise', 'transfer', 'close']);
export type ScriptStepKind = z.infer<typeof stepKindSchema>;

const stepSchema = z.strictObject({
  key: scriptKeySchema,
  kind: stepKindSchema.optional(),
  title: z.string().min(1).max(120),
  /** What the operator says. `{{name}}` takes a value: operator, organisation, salutation, familyName, partOfDay, or a captured field. */
  say: spokenText,
  variants: z.array(variantSchema).max(48).optional(),
  /** A sentence for when both sides are silent. */
  bridge: z.string().min(1).max(500).optional(),
  /** A hint that is not spoken. */
  hint: z.string().max(500).optional(),
  /** Permitted sources for this step (price list, terms ...). */
  sources: z.array(z.string().max(80)).max(10).optional(),
  terms: z.array(termSchema).min(1).max(10).optional(),
  fields: z.array(fieldSchema).max(20).optional(),
  answers: z.array(answerSchema).min(1).max(9),
  /** Skipping a mandatory step asks for a reason. */
  mandatory: z.boolean().optional(),
});

/** Why somebody calls. The first branch of the script finds it out. */
const purposeSchema = z.strictObject({
  key: scriptKeySchema,
  label: z.string().min(1).max(120),
  /** Codes of the outcomes that such a call can have; absent: all of the queue's. */
  outcomes: z.array(z.string().min(1).max(64)).min(1).max(50).optional(),
});

/** A script as it is written in `resources/scripts/*.json` and sent by the centre. Referential checks are in `parseScript`. */
export const scriptSchema = z.strictObject({
  /** Where the JSON Schema of this format lies, for the editor of whoever writes it. */
  $schema: z.string().max(500).optional(),
  key: scriptKeySchema,
  version: z.number().int().positive(),
  language: languageSchema,
  title: z.string().min(1).max(120),
  start: scriptKeySchema,
  objectionBudget: z.number().int().min(0).max(3),
  /** For whom every step has words: the script's own language and register, and these. */
  audiences: z.array(z.strictObject({ language: languageSchema, register: registerSchema })).max(8).optional(),
  /** How the script's own words address the customer; formal where it does not say. */
  register: registerSchema.optional(),
  purposes: z.array(purposeSchema).min(1).max(30).optional(),
  /** What the operator says where the call is recorded, before it is: the caller must agree. */
  recordingConsent: z.string().min(1).max(500).optional(),
  /** Seconds of silence after which a next sentence is offered; 0 never offers one. */
  silenceSeconds: z.number().int().min(0).max(60).optional(),
  steps: z.array(stepSchema).min(1).max(10_000),
});
export type Script = z.infer<typeof scriptSchema>;
export type ScriptStep = z.infer<typeof stepSchema>;
export type ScriptAnswer = z.infer<typeof answerSchema>;
export type ScriptField = z.infer<typeof fieldSchema>;
export type ScriptTerm = z.infer<typeof termSchema>;

const indexes = new WeakMap<Script, ReadonlyMap<string, ScriptStep>>();

/** @returns the step with this key; null where the script has none. */
export function stepOf(script: Script, key: string): ScriptStep | null {
  let index = indexes.get(script);
  if (index === undefined) {
    index = new Map(script.steps.map((step) => [step.key, step]));
    indexes.set(script, index);
  }
  return index.get(key) ?? null;
}
