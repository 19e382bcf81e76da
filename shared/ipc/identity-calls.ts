import { z } from 'zod';
import { interactionFileSchema } from '../domain/customer-file.ts';
import { identityCheckKeySchema, wayOutSchema } from '../domain/identity/policy.ts';
import { trailNamesSchema, trailNamesWishSchema } from '../domain/identity/trail.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';

const ofInteraction = { interactionId: idSchema };

/** What the workspace asks of the identity gate of a conversation. */
export const identityCalls = {
  /**
   * What the caller said, as it was heard. It is compared here and kept nowhere; the trail has whether it was right. Refused with
   * `identity.not-heard` where this is not asked (any more).
   */
  'identity.answer': {
    input: z.strictObject({ ...ofInteraction, check: identityCheckKeySchema, answer: z.string().trim().min(1).max(200) }),
    output: z.object({ right: z.boolean(), file: interactionFileSchema }),
  },
  /** The caller cannot show who they are: what is done instead and, where they are called back, the promise of it. */
  'identity.giveUp': {
    input: z.strictObject({ ...ofInteraction, way: wayOutSchema, promised: z.strictObject({ text: z.string().min(1).max(500), dueAt: instantSchema }).nullable() }),
    output: interactionFileSchema,
  },
  /** Who and what the ids in the trail are. */
  'identity.names': { input: trailNamesWishSchema, output: trailNamesSchema },
} as const;
