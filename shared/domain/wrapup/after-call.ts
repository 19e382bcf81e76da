import { z } from 'zod';
import { capturedValue } from '../script/condition.ts';
import { scriptFieldSchema, type ScriptField } from '../script/script.ts';

const formSchema = z.strictObject({
  /** Code of the outcome after which it is asked; null: after every conversation of the queue. */
  outcome: z.string().min(1).max(64).nullable(),
  fields: z.array(scriptFieldSchema).min(1).max(20),
});

/**
 * What a queue wants to be filled in after a call. Its fields are those of a script: one with the key of a script's field is that
 * field. A number that is kept nowhere can only be asked while the customer is there.
 */
export const afterCallSchema = z
  .array(formSchema)
  .max(50)
  .refine((forms) => forms.every(({ fields }) => fields.every(({ type }) => type !== 'payment')), 'a payment field cannot be asked after the call')
  .refine((forms) => forms.every(({ fields }) => fields.every(({ bind }) => bind === undefined)), 'a field of the file is filled in in the file')
  .refine((forms) => forms.every(({ fields }) => fields.every(({ type, options }) => type !== 'choice' || (options ?? []).length > 0)), 'a choice needs its options');
export type AfterCall = z.infer<typeof afterCallSchema>;

/** @returns what is asked after a conversation with this outcome, each field once; nothing while there is no outcome. */
export function afterCallFields(afterCall: AfterCall | null, outcomeCode: string | null): readonly ScriptField[] {
  if (afterCall === null || outcomeCode === null) return [];
  const asked = new Map<string, ScriptField>();
  for (const { outcome, fields } of afterCall) {
    if (outcome !== null && outcome !== outcomeCode) continue;
    for (const field of fields) if (!asked.has(field.key)) asked.set(field.key, field);
  }
  return [...asked.values()];
}

/** @returns the required fields that are empty: the conversation is not closed without them. */
export function missingAfterCall(fields: readonly ScriptField[], captured: Readonly<Record<string, string>>): readonly ScriptField[] {
  return fields.filter(({ key, required }) => required === true && capturedValue(captured, key) === '');
}
