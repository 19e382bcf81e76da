import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';
import { articleKeySchema as keySchema } from './knowledge/article.ts';
import { languageSchema, localisedSchema, registerSchema } from './language.ts';
import { synced } from './synced.ts';

/** A letter is some pages of text. In bytes. */
export const largestLetter = 2_000_000;

/** A document by what is in it: SHA-256, in hexadecimal. */
export const letterHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256, in hexadecimal');

const spoken = { language: languageSchema, register: registerSchema };

/** Of a letter: the DOCX file, which is fetched by its hash. */
const documentVariantSchema = z.strictObject({ ...spoken, sha256: letterHashSchema, bytes: z.number().int().min(1).max(largestLetter) });
/** Of a mail: its words. */
const mailVariantSchema = z.strictObject({ ...spoken, subject: z.string().min(1).max(200), body: z.string().min(1).max(10_000) });

/** One for each language and register in which the centre wrote it. */
export const letterVariantsSchema = z.array(z.union([documentVariantSchema, mailVariantSchema])).min(1).max(8);
export type LetterVariant = z.infer<typeof letterVariantsSchema>[number];

/** What a template says, without who changed it when. */
export const letterContent = {
  /** By what it is known again: `bevestiging-gesprek`. It stays. */
  key: keySchema,
  /** `letter`: a DOCX document. `mail`: a subject and a text. */
  kind: z.enum(['letter', 'mail']),
  title: localisedSchema,
  /** Whose it is; empty: every queue's. */
  queueIds: z.array(idSchema).max(100),
  /** `{{key}}` stands where a field comes. All of them of its kind. */
  variants: letterVariantsSchema,
} as const;

/** A template of the centre's letters or mails. Written at central; a workstation has those of the queues it serves, documents included. */
export const letterTemplateSchema = z.strictObject({
  ...synced,
  ...letterContent,
  /** Counts the changes of what it says: what was made of it names the edition. Central's. */
  edition: z.number().int().positive(),
  /** When it last said something else. Central's. */
  changedAt: instantSchema,
  /** Nothing is made of it any more. */
  withdrawn: z.boolean(),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;

/**
 * What is wrong with a template's document. `not-docx`: no DOCX, or a damaged one. `too-large`: packed or unpacked. `macros`: code, or
 * room for it. `embedded`: other files within it. `external`: it would fetch something from elsewhere when it is opened. `fields`: more
 * than fields between braces, or a brace too few. `damaged`: not the bytes that the centre has.
 */
export const letterFaults = ['not-docx', 'too-large', 'macros', 'embedded', 'external', 'fields', 'damaged'] as const;
export type LetterFault = (typeof letterFaults)[number];

/** What is wrong with a document that somebody offers as a template. `other`: a central of another version said something else. */
export const documentFaults = [...letterFaults, 'field-unknown', 'other'] as const;
/** `about`: the field, the part of the file or, of `other`, what was said. */
export const documentFaultSchema = z.object({ fault: z.enum(documentFaults), about: z.string().max(200).nullable() });
export type DocumentFault = z.infer<typeof documentFaultSchema>;
