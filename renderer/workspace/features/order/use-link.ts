import { useSyncStatus } from '../../app/store-queries.ts';

export interface CentralLink {
  /** Central would tell us of a change. */
  readonly online: boolean;
  readonly lastSyncedAt: string | null;
}

/** How far what this device knows of stock can be trusted now. */
export function useCentralLink(): CentralLink {
  const { data } = useSyncStatus();
  return { online: data?.state === 'synced' || data?.state === 'syncing', lastSyncedAt: data?.lastSyncedAt ?? null };
}
