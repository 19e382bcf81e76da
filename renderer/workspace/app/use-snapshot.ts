import { createContext, useContext, useSyncExternalStore } from 'react';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { useServices } from './services.ts';

/** @returns null until main has answered for the first time. */
export function useSnapshotOrNull(): MainSnapshot | null {
  const { snapshots } = useServices();
  return useSyncExternalStore(snapshots.subscribe, snapshots.current);
}

/** Set by the application around everything that needs a snapshot, so that one render sees one snapshot. */
export const SnapshotContext = createContext<MainSnapshot | null>(null);

export function useSnapshot(): MainSnapshot {
  const snapshot = useContext(SnapshotContext);
  if (snapshot === null) throw new Error('SnapshotContext is missing');
  return snapshot;
}
