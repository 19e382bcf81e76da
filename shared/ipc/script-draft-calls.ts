import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';

/** JSON of a script, as far as it was written: whoever reads it checks it. */
const written = z.string().max(16 * 1024 * 1024);
const draft = z.object({ base: written.nullable(), content: written, savedAt: instantSchema });

/** What a team lead is writing, on this workstation until it is saved at central: it survives a crash and a session that ends. */
export const scriptDraftCalls = {
  /** On disk when it answers. */
  'scriptDraft.write': { input: z.strictObject({ scriptId: idSchema, base: written.nullable(), content: written }), output: z.object({ savedAt: instantSchema }) },
  'scriptDraft.read': { input: z.strictObject({ scriptId: idSchema }), output: draft.nullable() },
  'scriptDraft.list': { input: z.void(), output: z.array(z.object({ scriptId: idSchema, title: z.string(), savedAt: instantSchema })) },
  'scriptDraft.forget': { input: z.strictObject({ scriptId: idSchema }), output: z.void() },
} as const;
