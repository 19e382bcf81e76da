import { useState, type ReactNode } from 'react';
import type { SyncStatus } from '#shared/domain/sync-status.ts';
import { FirstFill } from '../features/session/FirstFill.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { Starting } from '../features/session/Starting.tsx';
import { StoreProblem } from '../features/session/StoreProblem.tsx';
import { useSyncStatus } from './store-queries.ts';
import { useSnapshot } from './use-snapshot.ts';

interface EntranceProps {
  /** Somebody is on the line: nobody is kept waiting at the door. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** Lets the operator in when database, session and customers are there; until then it says what is missing. */
export function Entrance({ isOpen, children }: EntranceProps) {
  const session = useSnapshot((snapshot) => snapshot.session);
  const store = useSnapshot((snapshot) => snapshot.store);
  const { data: sync, isPending } = useSyncStatus();
  const [began, setBegan] = useState(false);
  if (isOpen) return children;
  if (store.state === 'failed') return <StoreProblem key={store.error} error={store.error} />;
  if (session.state !== 'signed-in') return <SignIn session={session} />;
  if (store.state === 'starting' || isPending) return <Starting what="database" />;
  if (!began && sync !== undefined && isFilling(sync, session.offline)) return <FirstFill progress={sync.progress} onStart={() => setBegan(true)} />;
  return children;
}

/** The first fill, also in the moment before the store has heard of the session: the workplace must not flash by. */
function isFilling({ state, lastSyncedAt }: SyncStatus, offline: boolean): boolean {
  return state === 'filling' || (state === 'signed-out' && lastSyncedAt === null && !offline);
}
