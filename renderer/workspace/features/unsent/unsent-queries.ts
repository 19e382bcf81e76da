import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { useSyncStatus } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';

const unsentKey = ['unsent'] as const;

/** The list of unsent work; read again whenever the number of pieces changes. */
export function useUnsent() {
  const { store } = useServices();
  const status = useSyncStatus().data;
  return useQuery({ queryKey: [...unsentKey, status?.parked, status?.pending], queryFn: () => store.call('unsent.list', undefined), placeholderData: (former) => former });
}

/** @returns what is done with a piece of work; the list follows. */
export function useDecide() {
  const { store } = useServices();
  const queries = useQueryClient();
  const { busy, once } = useOnce();
  const then = (action: () => Promise<unknown>): Promise<boolean> =>
    once(async () => {
      await action();
      await queries.invalidateQueries({ queryKey: unsentKey });
    });
  return {
    busy,
    resolve: (id: string, choices: Record<string, 'mine' | 'theirs'>) => then(() => store.call('unsent.resolve', { id, choices })),
    retry: (id: string, changes: Record<string, string>) => then(() => store.call('unsent.retry', { id, changes })),
    discard: (id: string) => then(() => store.call('unsent.discard', { id })),
  };
}
