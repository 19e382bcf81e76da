import { z } from 'zod';
import type { LetterEdition } from '#shared/contract/letters.ts';
import { languageSchema, localisedSchema, registerSchema, type Language, type Register } from '#shared/domain/language.ts';
import { letterContent, letterHashSchema, type LetterVariant } from '#shared/domain/letter-template.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';

/** The edition at central from which one went on. */
export interface TemplateBase {
  readonly edition: number;
  readonly content: LetterContent;
}

const spoken = { language: languageSchema, register: registerSchema };
/** A template as far as it was written: its words may still be missing. */
const writtenSchema = z.object({
  key: z.string().max(64),
  kind: letterContent.kind,
  title: localisedSchema,
  queueIds: letterContent.queueIds,
  variants: z.array(z.union([z.object({ ...spoken, sha256: letterHashSchema, bytes: z.number().int() }), z.object({ ...spoken, subject: z.string(), body: z.string() })])).max(8),
});
const baseSchema = z.object({ edition: z.number().int().positive(), content: writtenSchema });

/** @returns the template in a text that was kept here; null where it is none, whatever it is. */
export function templateIn(text: string): LetterContent | null {
  return read(writtenSchema, text);
}

/** @returns the base in a text; null where there is none, or none that can be read. */
export function baseIn(text: string | null): TemplateBase | null {
  return text === null ? null : read(baseSchema, text);
}

export function contentOf({ key, kind, title, queueIds, variants }: LetterEdition): LetterContent {
  return { key, kind, title, queueIds, variants };
}

export function emptyTemplate(): LetterContent {
  return { key: '', kind: 'letter', title: { nl: '' }, queueIds: [], variants: [] };
}

/** @returns a mail without words, or with those of another one, to begin with. */
export function newMail(language: Language, register: Register, like?: LetterVariant): LetterVariant {
  const { subject, body } = like === undefined || 'sha256' in like ? { subject: '', body: '' } : like;
  return { language, register, subject, body };
}

/** @returns what a template with this title could be known by: `bevestiging-gesprek`. */
export function keyFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}

function read<T extends z.ZodType>(schema: T, text: string): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
