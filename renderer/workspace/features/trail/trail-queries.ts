import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { namesIn, type TrailWish } from '#shared/domain/identity/trail.ts';
import type { IdentityCheck } from '#shared/domain/identity/entities.ts';
import type { Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

const minuteMs = 60_000;

/**
 * The trail of identity checks at central, a page at a time. What was fetched is kept for the shift, for when central cannot be reached.
 *
 * @param agentId whose it is to read: the next one who signs in here asks anew.
 */
export function trailPages({ main }: Pick<Services, 'main'>, agentId: string, wish: TrailWish) {
  return infiniteQueryOptions({
    queryKey: ['trail', agentId, wish],
    queryFn: ({ pageParam }) => main.call('identity.trail', { wish, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Whoever opens it wants to see the call that has just been.
    staleTime: 0,
    retry: false,
    gcTime: 12 * 60 * minuteMs,
  });
}

/** Who and what stands in these lines. Under the key of customers: what may be seen of them changes. */
export function trailNames({ store }: Pick<Services, 'store'>, lines: readonly IdentityCheck[]) {
  return queryOptions({ queryKey: [...storeKeys.customers, 'trail-names', lines.map(({ id }) => id)], queryFn: () => store.call('identity.names', namesIn(lines)), placeholderData: keepPreviousData });
}
