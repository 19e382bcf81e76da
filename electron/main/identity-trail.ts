import type { z } from 'zod';
import { pageOf } from '#shared/contract/pages.ts';
import { identityCheckSchema } from '#shared/domain/identity/entities.ts';
import type { TrailWish } from '#shared/domain/identity/trail.ts';
import type { CentralSession } from '../settings/central-session.ts';
import { askCentral } from './ask-central.ts';

const pageSchema = pageOf(identityCheckSchema);

/**
 * One page of the trail of identity checks, the newest first: of everybody for who leads a team, else of this operator only.
 *
 * @param cursor `next` of the page before; null: the first one.
 * @throws {BalieError} `session.unreachable`, `identity.not-allowed`.
 */
export async function identityTrail(session: Pick<CentralSession, 'ask'>, { from, until, ...equal }: TrailWish, cursor: string | null): Promise<z.output<typeof pageSchema>> {
  const asked = Object.entries({ ...equal, atFrom: from, atUntil: until, cursor }).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
  return await askCentral(session, { method: 'GET', path: `/v1/identity-checks?${new URLSearchParams(asked)}` }, pageSchema, { notAllowed: 'identity.not-allowed', otherwise: 'internal' });
}
