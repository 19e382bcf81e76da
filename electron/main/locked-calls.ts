import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { emergencyNumberOf } from '../telephony/emergency.ts';
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
const { 'call.dial': dial, 'call.sendDigits': sendDigits } = mainContract.calls;

/**
 * The emergency services are called by whoever needs them, and heard: their menus take digits. Nobody else is called from a locked
 * desk, whatever the page asks.
 *
 * @returns what refuses, while the desk is locked, what not every passer-by may do: it throws {@link BalieError} `lock.locked`.
 */
export function admitWhileLocked(state: Pick<MainState, 'snapshot'>, logger: Logger): (name: Name, input: unknown) => void {
  return (name, input) => {
    const { snapshot } = state;
    const { lock = null, session } = snapshot;
    if (lock === null || open.has(name) || (doors.has(name) && session.state !== 'signed-in')) return;
    if (!isForHelp(snapshot, name, input)) throw new BalieError('lock.locked', 'the desk is locked');
    // Who finds this call in their history was perhaps not there.
    if (name === 'call.dial') logger.warn({}, 'an emergency number was asked for at the locked desk');
  };
}

function isForHelp({ policy, calls }: MainSnapshot, name: Name, input: unknown): boolean {
  if (policy === null) return false;
  const isKnown = (number: string): boolean => emergencyNumberOf(number, policy.country, policy.emergencyNumbers) !== null;
  if (name === 'call.dial') {
    const asked = dial.input.safeParse(input);
    return asked.success && isKnown(asked.data.target);
  }
  if (name === 'call.sendDigits') {
    const asked = sendDigits.input.safeParse(input);
    return asked.success && calls.some(({ id, direction, party }) => id === asked.data.callId && direction === 'outbound' && isKnown(party.raw));
  }
  return false;
}
