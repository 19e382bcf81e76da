import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { languageSchema } from '../domain/language.ts';
import { scriptSchema } from '../domain/script/script.ts';
import { pageOf, pageQuery } from './pages.ts';

/** No script is larger, and no request that carries one: ten thousand steps with words in four languages. */
export const scriptBytes = 16 * 1024 * 1024;

/**
 * What became of a version. `reviewed`: somebody other than its author has read it. `scheduled`: goes live at a moment that is
 * set. `former`: was live, and another one is now.
 */
export const scriptVersionStateSchema = z.enum(['draft', 'reviewed', 'scheduled', 'live', 'former']);
export type ScriptVersionState = z.infer<typeof scriptVersionStateSchema>;

const byWhomSchema = z.object({ agentId: idSchema.nullable(), name: z.string().nullable(), at: instantSchema });
const comment = z.string().max(500);

/** One version of a script, without its words. Versions are never changed: whoever writes makes the next one. */
export const scriptVersionSchema = z.object({
  scriptId: idSchema,
  /** Rises by one with every save; it is the version in the definition, too, and in the runs of calls. */
  number: z.number().int().positive(),
  /** What it was made from; null: nothing. */
  base: z.number().int().positive().nullable(),
  /** The former version whose words it has again; null: it is no restoration. */
  restores: z.number().int().positive().nullable(),
  title: z.string(),
  comment,
  /** Nulls where it came in from outside, by an import. */
  author: byWhomSchema,
  state: scriptVersionStateSchema,
  review: byWhomSchema.extend({ comment }).nullable(),
  /** When it went live, or will. */
  liveFrom: instantSchema.nullable(),
});
export type ScriptVersion = z.infer<typeof scriptVersionSchema>;

export const scriptDocumentSchema = scriptVersionSchema.extend({ definition: scriptSchema });
export type ScriptDocument = z.infer<typeof scriptDocumentSchema>;

/** A script of the centre, live or still being written. */
export const scriptSummarySchema = z.object({
  id: idSchema,
  key: z.string(),
  language: languageSchema,
  title: z.string(),
  /** The version that calls begin with; null: none yet. */
  live: z.number().int().positive().nullable(),
  /** The newest version, live or not. */
  newest: z.number().int().positive(),
  /** What the next versions that are not live are: how far the work on it is. */
  state: scriptVersionStateSchema,
  changedAt: instantSchema,
});
export type ScriptSummary = z.infer<typeof scriptSummarySchema>;

/** POST /v1/scripts/{id}/versions: `base` is the newest version that the author has seen. */
export const scriptSaveSchema = z.strictObject({ base: z.number().int().positive().nullable(), definition: scriptSchema, comment: comment.default('') });
/** POST …/review */
export const scriptReviewSchema = z.strictObject({ comment: comment.default('') });
/** POST …/publication: null is now. */
export const scriptPublicationSchema = z.strictObject({ from: instantSchema.nullable() });
/** POST …/restoration */
export const scriptRestorationSchema = z.strictObject({ comment: comment.default('') });

/** GET /v1/scripts: the order is that of their ids, which does not change while somebody pages. */
export const scriptListQuerySchema = z.strictObject({ ...pageQuery, key: z.string().min(1).max(64).optional(), language: languageSchema.optional(), state: scriptVersionStateSchema.optional() });
export type ScriptsFilter = Pick<z.output<typeof scriptListQuerySchema>, 'key' | 'language' | 'state'>;
export const scriptListSchema = pageOf(scriptSummarySchema);

/** GET /v1/scripts/{id}/versions: the newest first. */
export const scriptVersionsQuerySchema = z.strictObject({ ...pageQuery, state: scriptVersionStateSchema.optional(), agentId: idSchema.optional() });
export const scriptVersionListSchema = pageOf(scriptVersionSchema);
