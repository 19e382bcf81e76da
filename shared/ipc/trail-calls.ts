import { z } from 'zod';
import { pageOf } from '../contract/pages.ts';
import { identityCheckSchema } from '../domain/identity/entities.ts';
import { trailWishSchema } from '../domain/identity/trail.ts';

/** Who was asked what before a file was shown, at central, the newest first: for team leads. Refused with `session.unreachable` or `identity.not-allowed`. */
export const trailCalls = {
  /** `cursor`: `next` of the page before. */
  'identity.trail': { input: z.strictObject({ wish: trailWishSchema, cursor: z.string().max(200).nullable() }), output: pageOf(identityCheckSchema) },
} as const;
