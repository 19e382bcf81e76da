import { z } from 'zod';

/**
 * Whether a customer was helped in one conversation. `pending`: the days in which they may come back are not over.
 * `unknown`: nobody was linked, so nobody can be recognised.
 */
export const firstContactSchema = z.enum(['resolved', 'returned', 'follow-up-open', 'pending', 'unknown']);
export type FirstContact = z.infer<typeof firstContactSchema>;

/** What time told about a conversation. */
export interface Aftermath {
  readonly hasCustomer: boolean;
  /** When the same customer was next in conversation in the same queue and with the same purpose; null: not again. */
  readonly returnedAt: string | null;
  /** When each case and promise that was made in the conversation was done; null: not yet. */
  readonly followUps: readonly (string | null)[];
}

interface FirstContactFacts extends Aftermath {
  readonly endedAt: string;
  readonly returnDays: number;
  readonly now: string;
}

const dayMs = 86_400_000;

/** @returns when the days are over in which whoever comes back was not helped. */
export function returnLimit(endedAt: string, returnDays: number): string {
  return new Date(Date.parse(endedAt) + returnDays * dayMs).toISOString();
}

/** @returns whether two conversations were about the same. A purpose that is not known (null) may be any. */
export function isSamePurpose(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** Judged when the days are over, for all alike: who came back at once would otherwise count before who did not. */
export function firstContactOf({ endedAt, hasCustomer, returnedAt, followUps, returnDays, now }: FirstContactFacts): FirstContact {
  if (!hasCustomer) return 'unknown';
  const limit = Date.parse(returnLimit(endedAt, returnDays));
  if (Date.parse(now) < limit) return 'pending';
  if (returnedAt !== null && Date.parse(returnedAt) < limit) return 'returned';
  return followUps.every((doneAt) => doneAt !== null && Date.parse(doneAt) < limit) ? 'resolved' : 'follow-up-open';
}
