import { namesIn, type TrailNames, type TrailNamesWish } from '#shared/domain/identity/trail.ts';
import type { Cell, IdentityChecksExport } from '#shared/domain/office.ts';
import type { CentralSession } from '../../settings/central-session.ts';
import { identityTrail } from '../identity-trail.ts';

interface TrailParts {
  readonly session: Pick<CentralSession, 'ask'>;
  /** As the operator may see them now. */
  readonly names: (wish: TrailNamesWish) => Promise<TrailNames>;
}

/**
 * One page of the trail of identity checks, as lines of a file: asked of central anew, which decides who may.
 *
 * @throws {BalieError} as {@link identityTrail}.
 */
export async function trailPage({ session, names }: TrailParts, { list: _, ...wish }: IdentityChecksExport, after: string | null): Promise<{ rows: Cell[][]; next: string | null }> {
  const { items, next } = await identityTrail(session, wish, after);
  const known = await names(namesIn(items));
  const nameOf = (of: keyof TrailNames, id: string | null): string | null => (id === null ? null : (known[of][id] ?? null));
  return {
    next,
    rows: items.map(({ at, agentId, customerId, check, kind, queueId, interactionId }) => [at, nameOf('agents', agentId), nameOf('customers', customerId), check === null ? null : `check.${check}`, `answer.${kind}`, nameOf('queues', queueId), interactionId]),
  };
}
