import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { letterContent, letterHashSchema } from '../domain/letter-template.ts';
import { letterFieldKeys } from '../domain/letters.ts';
import { pageOf, pageQuery } from './pages.ts';

/** What a DOCX file is sent and answered as. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** POST /v1/letter-files: what the document is known by from now on, and the fields that it asks for. */
export const letterFileSchema = z.object({ sha256: letterHashSchema, bytes: z.number().int(), fields: z.array(z.enum(letterFieldKeys)) });
export type LetterFile = z.infer<typeof letterFileSchema>;

const { variants, ...rest } = letterContent;
const comment = z.string().max(500);

/** PUT /v1/letter-templates/{id}: `base` is the edition that the author has seen; null: it is new. Documents are sent before, and named by their hash. */
export const letterSaveSchema = z.strictObject({
  base: z.number().int().positive().nullable(),
  ...rest,
  variants,
  comment: comment.default(''),
});
export type LetterSave = z.output<typeof letterSaveSchema>;

/** One edition of a template, as it was. */
export const letterEditionSchema = z.object({
  edition: z.number().int().positive(),
  ...letterContent,
  comment,
  /** Nulls where it came in by the command line. */
  author: z.object({ agentId: idSchema.nullable(), name: z.string().nullable(), at: instantSchema }),
});
export type LetterEdition = z.infer<typeof letterEditionSchema>;
/** GET /v1/letter-editions: the newest edition of every template, in the order of their ids. */
export const letterShelfItemSchema = letterEditionSchema.extend({
  templateId: idSchema,
  /** Nothing is made of it any more. */
  withdrawn: z.boolean(),
});
export type LetterShelfItem = z.infer<typeof letterShelfItemSchema>;
export const letterShelfQuerySchema = z.strictObject({ ...pageQuery, kind: letterContent.kind.optional() });
export const letterShelfSchema = pageOf(letterShelfItemSchema);

/** GET /v1/letter-templates/{id}/editions: the newest first. */
export const letterEditionsQuerySchema = z.strictObject({ ...pageQuery, agentId: idSchema.optional() });
export const letterEditionsSchema = pageOf(letterEditionSchema);
