import type { ReactNode } from 'react';
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
  const { session, store } = useSnapshot();
  const sync = useSyncStatus().data;
  if (isOpen) return children;
  if (store.state === 'failed') return <StoreProblem key={store.error} error={store.error} />;
  if (session.state !== 'signed-in') return <SignIn session={session} />;
  if (store.state === 'starting') return <Starting what="database" />;
  if (sync?.state === 'filling') return <FirstFill progress={sync.progress} />;
  return children;
}
