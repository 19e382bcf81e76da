import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { largestLetter, letterContent } from '#shared/domain/letter-template.ts';
import { languageSchema, registerSchema } from '#shared/domain/language.ts';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';

const spoken = { language: languageSchema, register: registerSchema.default('formal') };
const common = { key: letterContent.key, title: letterContent.title, /** Keys of queues. */ queues: z.array(z.string().min(1).max(128)).max(100).default([]) };

/** A name of a file, never a path: documents lie beside their list. */
const fileNameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.docx$/);

const listSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('letter'), ...common, variants: z.array(z.strictObject({ ...spoken, file: fileNameSchema })).min(1).max(8) }),
      z.strictObject({ kind: z.literal('mail'), ...common, variants: z.array(z.strictObject({ ...spoken, subject: z.string().min(1).max(200), body: z.string().min(1).max(10_000) })).min(1).max(8) }),
    ]),
  )
  .max(200);

/** Templates as they were written down: a list, and a document for each file that it names. */
export interface LetterFolder {
  readonly templates: z.output<typeof listSchema>;
  /** @throws Problem 400 where there is no such file, or it is larger than a letter can be. */
  readonly document: (file: string) => Uint8Array;
}

/**
 * Reads a folder with `letters.json` and the DOCX documents that it names.
 * @throws Problem 400 where it cannot be read as a whole.
 */
export function readLetterFolder(folder: string): LetterFolder {
  const list = join(folder, 'letters.json');
  if (!existsSync(list)) throw new Problem(400, 'invalid', 'There is no letters.json in this folder.');
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(list, 'utf8'));
  } catch (error) {
    throw new Problem(400, 'invalid', 'letters.json is not JSON.', { cause: error });
  }
  const parsed = listSchema.safeParse(given);
  if (!parsed.success) throw new Problem(400, 'invalid', `letters.json cannot be used: ${z.prettifyError(parsed.error).slice(0, 1000)}`, { cause: parsed.error });
  return {
    templates: parsed.data,
    document: (file) => {
      const path = join(folder, file);
      if (!existsSync(path)) throw new Problem(400, 'letter.invalid', `${file} is not there.`);
      if (statSync(path).size > largestLetter) throw new Problem(400, 'letter.invalid', `${file} is larger than a letter can be.`);
      return new Uint8Array(readFileSync(path));
    },
  };
}
