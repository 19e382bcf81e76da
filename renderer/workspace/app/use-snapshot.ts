import { useSyncExternalStore } from 'react';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { useServices } from './services.ts';

/** @returns whether main has answered for the first time. Nothing that uses {@link useSnapshot} is drawn before. */
export function useHasSnapshot(): boolean {
  const { snapshots } = useServices();
  return useSyncExternalStore(snapshots.subscribe, () => snapshots.current() !== null);
}

export function useSnapshot(): MainSnapshot;
export function useSnapshot<T>(select: (snapshot: MainSnapshot) => T): T;
/**
 * A part of what main told last. The component is drawn again only when that part is another object, or another value:
 * choose as little as it shows, and make nothing new in `select`.
 */
export function useSnapshot(select: (snapshot: MainSnapshot) => unknown = (snapshot) => snapshot): unknown {
  const { snapshots } = useServices();
  return useSyncExternalStore(snapshots.subscribe, () => {
    const snapshot = snapshots.current();
    if (snapshot === null) throw new Error('There is no snapshot yet');
    return select(snapshot);
  });
}
