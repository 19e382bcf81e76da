import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';

/** JSON of a template, as far as it was written: whoever reads it checks it. Eight mails of the longest, with room. */
const written = z.string().max(1024 * 1024);
const draft = z.object({ templateId: idSchema, base: written.nullable(), content: written, savedAt: instantSchema });

/** A template of letters that a team lead is writing, on this workstation until it is saved at central: it survives a crash and a session that ends. */
export const letterDraftCalls = {
  /** On disk when it answers. */
  'letterDraft.write': { input: z.strictObject({ templateId: idSchema, base: written.nullable(), content: written }), output: z.object({ savedAt: instantSchema }) },
  /** The latest first. */
  'letterDraft.list': { input: z.void(), output: z.array(draft) },
  'letterDraft.forget': { input: z.strictObject({ templateId: idSchema }), output: z.void() },
} as const;
