import { BalieError } from '#shared/domain/errors.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { MainState } from './main-state.ts';

type Name = CallName<MainContract>;

/** The telephone goes on: a call is taken, spoken on and ended. The way in is open, and so is the way out. */
const open: ReadonlySet<Name> = new Set<Name>([
  ...(['snapshot.get', 'settings.get', 'log.defect', 'spelling.use'] as const),
  ...(['call.answer', 'call.decline', 'call.hangUp', 'call.setMuted', 'call.setHeld'] as const),
  ...(['lock.now', 'lock.open', 'lock.openWithProvider', 'session.ways', 'session.abandonSignIn', 'session.signOut'] as const),
]);
/** Who signs in anew shows who they are, too; as long as somebody is signed in, only that somebody opens the desk. */
const doors: ReadonlySet<Name> = new Set<Name>(['session.signIn', 'session.signInWithProvider']);

/** @returns what refuses, while the desk is locked, what not every passer-by may do: it throws {@link BalieError} `lock.locked`. */
export function admitWhileLocked(state: Pick<MainState, 'snapshot'>): (name: Name) => void {
  return (name) => {
    const { lock = null, session } = state.snapshot;
    if (lock === null || open.has(name) || (doors.has(name) && session.state !== 'signed-in')) return;
    throw new BalieError('lock.locked', 'the desk is locked');
  };
}
