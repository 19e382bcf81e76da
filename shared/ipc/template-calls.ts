import { z } from 'zod';
import { letterEditionSchema, letterFileSchema, letterSaveSchema, letterShelfItemSchema } from '../contract/letters.ts';
import { idSchema } from '../domain/ids.ts';
import { documentFaultSchema, letterHashSchema, letterTemplateSchema } from '../domain/letter-template.ts';
import { letterFieldsSchema } from '../domain/letters.ts';

const template = z.strictObject({ templateId: idSchema });
const document = { sha256: letterHashSchema };

/** A document that the operator pointed at: central has it now, or says what is wrong with it. `name`: of the file, without its folder. */
const chosenDocumentSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('sent'), name: z.string(), ...letterFileSchema.shape }),
  z.object({ outcome: z.literal('refused'), name: z.string(), faults: z.array(documentFaultSchema) }),
]);
export type ChosenDocument = z.infer<typeof chosenDocumentSchema>;

/**
 * Templates of letters and mails at central, for team leads: they are written with the network there. Refused with `session.unreachable`,
 * `letter.not-allowed`, `letter.stale` (somebody saved meanwhile), `letter.state`, `letter.invalid`.
 */
export const templateCalls = {
  /** The newest edition of each, withdrawn ones too. */
  'templates.list': { input: z.void(), output: z.object({ items: z.array(letterShelfItemSchema) }) },
  /** The newest first. */
  'templates.editions': { input: template, output: z.object({ items: z.array(letterEditionSchema) }) },
  'templates.save': { input: letterSaveSchema.extend(template.shape), output: letterTemplateSchema },
  'templates.withdraw': { input: template, output: letterTemplateSchema },
  /** Sends central the document that the operator points at; null when they point at none. Refused with `letter.not-readable`. */
  'templates.choose': { input: z.void(), output: chosenDocumentSchema.nullable() },
  /** What can be read in a document; `{{field}}` stands where a field comes. */
  'templates.read': { input: z.strictObject(document), output: z.object({ text: z.string() }) },
  /** Writes a document where the operator says: as it is or, with fields, as a letter would be. False when they say nowhere. */
  'templates.keep': { input: z.strictObject({ ...document, name: z.string().max(200), fields: letterFieldsSchema.nullable() }), output: z.object({ saved: z.boolean() }) },
} as const;
