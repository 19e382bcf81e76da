import { useQuery } from '@tanstack/react-query';
import type { Procedure } from '#shared/domain/casework/procedure.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

const none: readonly never[] = [];

/** Every procedure of the centre; none while they are being read. */
export function useProcedures(): readonly Procedure[] {
  const { store } = useServices();
  return useQuery({ queryKey: storeKeys.procedures, queryFn: () => store.call('procedure.list', undefined) }).data ?? none;
}

/** Who can answer for work, by name. */
export function useColleagues(): readonly { readonly id: string; readonly name: string }[] {
  const { store } = useServices();
  return useQuery({ queryKey: storeKeys.colleagues, queryFn: () => store.call('work.colleagues', undefined) }).data ?? none;
}
