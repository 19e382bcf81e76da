import { z } from 'zod';
import { languageSchema, registerSchema } from '../language.ts';
import { boundTypes, type BoundTo } from './bind.ts';
import { conditionSchema } from './condition.ts';
import { scriptKeySchema } from './key.ts';
import { objectionBudgetSchema } from './objection-budget.ts';

// What is described here is read by whoever writes scripts: it is in the published JSON Schema (resources/script.schema.json) and beside the fields of the editor.

const spokenText = z.string().min(1).max(2000);

const answerSchema = z.strictObject({
  key: scriptKeySchema,
  label: z.string().min(1).max(120).describe('What the operator chooses.'),
  to: scriptKeySchema.nullable().describe("The next step's key; null on an answer that ends the script."),
  set: z.record(scriptKeySchema, z.string().max(200)).optional().describe('Values this answer captures by itself.'),
  purpose: scriptKeySchema.optional().describe("The purpose of the call, one of the script's: it decides which outcomes are proposed."),
  objection: z.boolean().optional().describe("An objection draws on the script's objection budget (2 to 3 a call)."),
  withoutTerms: z.boolean().optional().describe('Open although a mandatory term of this step is not agreed to: for who declines, or has a question first.'),
  when: conditionSchema.optional().describe('When this answer is offered; absent: always.'),
});

export const scriptFieldSchema = z.strictObject({
  key: scriptKeySchema,
  label: z.string().min(1).max(120),
  type: z
    .enum(['text', 'longtext', 'choice', 'number', 'amount', 'date', 'phone', 'email', 'postcode', 'iban', 'vat', 'national-number', 'payment'])
    .describe(
      '`amount`: in euros; it is said as money. `vat`: an enterprise number, with or without BE. `national-number`: only a centre that may ask for it writes it in its script; always sensitive. `payment`: the number of a card or an account that is passed on and kept nowhere. It is masked while it is typed, checked, and forgotten.',
    ),
  required: z.boolean().optional(),
  options: z.array(z.string().min(1).max(120)).max(30).optional().describe('What a choice is made from.'),
  ask: z.string().min(1).max(300).optional().describe('The question that fills this field when it is still empty and nobody speaks.'),
  rephrase: z.string().min(1).max(300).optional().describe('How the field is said back: "Dus u wilt {{aantal}} dozen". Only once it is filled in.'),
  bind: z
    .enum(Object.keys(boundTypes) as [BoundTo, ...BoundTo[]])
    .optional()
    .describe('It is the same field as this one of the customer\'s file: it shows what the file has, to be confirmed, and corrects it.'),
  sensitive: z.boolean().optional().describe('A bank account, card or national number: while it is typed, what is said is not recorded.'),
});

const termSchema = z
  .strictObject({
    key: scriptKeySchema,
    version: z.number().int().positive(),
    title: z.string().min(1).max(120),
    text: z.string().min(1).max(4000),
    mandatory: z.boolean().optional().describe('The step cannot be answered before it is ticked, but by an answer that may go without.'),
  })
  .describe('Terms of sale or a legal text, in one version. It is read out or sent, and ticked.');

const variantSchema = z
  .strictObject({
    language: languageSchema.optional(),
    register: registerSchema.optional(),
    profile: z.enum(['new', 'regular', 'loyal']).optional(),
    say: spokenText,
  })
  .describe('The same words for another audience. What is left out fits everybody.');

/** What a step is for. It decides what the checks ask of it, and which tool lies ready beside it. */
export const stepKindSchema = z.enum(['say', 'ask', 'choose', 'collect', 'look-up', 'inform', 'objection', 'order', 'case', 'promise', 'transfer', 'close']);
export type ScriptStepKind = z.infer<typeof stepKindSchema>;

const stepSchema = z.strictObject({
  key: scriptKeySchema,
  kind: stepKindSchema.optional().describe('What a step is for. It decides what the checks ask of it, and which tool lies ready beside it.'),
  title: z.string().min(1).max(120),
  say: spokenText.describe('What the operator says. `{{name}}` takes a value: operator, organisation, salutation, givenName, familyName, partOfDay, or a captured field.'),
  variants: z.array(variantSchema).max(48).optional(),
  bridge: z.string().min(1).max(500).optional().describe('A sentence for when both sides are silent.'),
  hint: z.string().max(500).optional().describe('A hint that is not spoken.'),
  sources: z.array(z.string().max(80)).max(10).optional().describe('Permitted sources for this step (price list, terms ...).'),
  terms: z.array(termSchema).min(1).max(10).optional(),
  fields: z.array(scriptFieldSchema).max(20).optional(),
  answers: z.array(answerSchema).min(1).max(9),
  mandatory: z.boolean().optional().describe('Skipping a step asks for a reason, of the usual ones by their number; a mandatory step asks for it in words of one\'s own.'),
});

const purposeSchema = z
  .strictObject({
    key: scriptKeySchema,
    label: z.string().min(1).max(120),
    outcomes: z.array(z.string().min(1).max(64)).min(1).max(50).optional().describe("Codes of the outcomes that such a call can have; absent: all of the queue's."),
  })
  .describe('Why somebody calls. The first branch of the script finds it out.');

/** A script as it is written in `resources/scripts/*.json` and sent by the centre. Referential checks are in `parseScript`. */
export const scriptSchema = z.strictObject({
  $schema: z.string().max(500).optional().describe('Where the JSON Schema of this format lies, for the editor of whoever writes it.'),
  key: scriptKeySchema,
  version: z.number().int().positive(),
  language: languageSchema,
  title: z.string().min(1).max(120),
  start: scriptKeySchema.describe('The key of the first step.'),
  objectionBudget: objectionBudgetSchema.describe('How many counter-arguments a call may have, unless its queue says otherwise; 0: there are none, whatever the queue says.'),
  audiences: z
    .array(z.strictObject({ language: languageSchema, register: registerSchema }))
    .max(8)
    .optional()
    .describe("For whom every step has words: the script's own language and register, and these."),
  register: registerSchema.optional().describe("How the script's own words address the customer; formal where it does not say."),
  purposes: z.array(purposeSchema).min(1).max(30).optional(),
  recordingConsent: z.string().min(1).max(500).optional().describe('What the operator says where the call is recorded, before it is: the caller must agree.'),
  silenceSeconds: z.number().int().min(0).max(60).optional().describe('Seconds of silence after which a next sentence is offered; 0 never offers one.'),
  steps: z.array(stepSchema).min(1).max(10_000),
});
export type Script = z.infer<typeof scriptSchema>;
export type ScriptStep = z.infer<typeof stepSchema>;
export type ScriptAnswer = z.infer<typeof answerSchema>;
export type ScriptField = z.infer<typeof scriptFieldSchema>;
export type ScriptTerm = z.infer<typeof termSchema>;

/** @returns whether what is said is not recorded while this field is filled in, nor put in a sentence about the call. */
export function isSensitive({ type, sensitive }: ScriptField): boolean {
  return sensitive === true || type === 'national-number' || type === 'payment';
}

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
