import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OwnFiguresWish, QueueFiguresWish } from '#shared/domain/quality/wish.ts';
import type { Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

const minuteMs = 60_000;

export function ownFigures({ store }: Pick<Services, 'store'>, wish: OwnFiguresWish) {
  return queryOptions({ queryKey: [...storeKeys.history, 'figures', wish], queryFn: () => store.call('quality.figures', wish), placeholderData: keepPreviousData, gcTime: minuteMs });
}

/**
 * Central's figures of the queues that somebody leads. They change while others work; what was fetched is kept for the shift, with
 * its age, for when central cannot be reached.
 *
 * @param agentId whose they are: the next one who signs in here has figures of their own.
 */
export function queueFigures({ main }: Pick<Services, 'main'>, agentId: string, wish: QueueFiguresWish) {
  return queryOptions({ queryKey: ['figures', 'queues', agentId, wish], queryFn: () => main.call('figures.queues', wish), placeholderData: keepPreviousData, staleTime: minuteMs, refetchInterval: 5 * minuteMs, retry: false, gcTime: 12 * 60 * minuteMs });
}
