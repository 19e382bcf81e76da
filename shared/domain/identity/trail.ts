import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { identityCheckSchema, type IdentityCheck } from './entities.ts';

/** Which lines of the trail of identity checks are wanted; null: it does not matter. */
export const trailWishSchema = z.strictObject({
  /** Included. */
  from: instantSchema.nullable(),
  /** Not included. */
  until: instantSchema.nullable(),
  agentId: idSchema.nullable(),
  customerId: idSchema.nullable(),
  kind: identityCheckSchema.shape.kind.nullable(),
});
export type TrailWish = z.infer<typeof trailWishSchema>;

const ids = z.array(idSchema).max(500);
/** Whose names are wanted: rows of the trail have ids only. */
export const trailNamesWishSchema = z.strictObject({ customers: ids, agents: ids, queues: ids });
export type TrailNamesWish = z.infer<typeof trailNamesWishSchema>;

/** @returns everybody and every queue that these lines name, each once. */
export function namesIn(lines: readonly Pick<IdentityCheck, 'agentId' | 'customerId' | 'queueId' | 'carried'>[]): TrailNamesWish {
  const each = (all: readonly (string | null)[]): string[] => [...new Set(all)].filter((id) => id !== null);
  return { customers: each(lines.map(({ customerId }) => customerId)), agents: each(lines.flatMap(({ agentId, carried }) => [agentId, carried?.agentId ?? null])), queues: each(lines.map(({ queueId }) => queueId)) };
}

const names = z.record(idSchema, z.string());
/** By id; who is not on this device is not in it. */
export const trailNamesSchema = z.object({ customers: names, agents: names, queues: names });
export type TrailNames = z.infer<typeof trailNamesSchema>;
