import { useEffect } from 'react';
import { useServices } from '../../app/services.ts';
import { useSyncStatus } from '../../app/store-queries.ts';

/** Whenever this device and the centre know the same, numbers are laid up for when they do not. */
export function useCaseNumbers(): void {
  const { store } = useServices();
  const synced = useSyncStatus().data?.state === 'synced';
  useEffect(() => {
    if (!synced) return;
    // Without any, central gives the number later and the case says so: nothing to tell the operator.
    store.call('case.numbers', undefined).catch(() => undefined);
  }, [store, synced]);
}
