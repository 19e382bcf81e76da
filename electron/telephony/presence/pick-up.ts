import type { TelephonePolicy } from '#shared/contract/session.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { LineState } from '#shared/domain/presence.ts';
import type { DialogInfo } from './dialog-info.ts';

/** How a call is made that takes over another one. */
export interface PickUp {
  readonly target: string;
  /** Where the request goes, when that is not simply the user at our exchange. */
  readonly address?: string;
  readonly headers: readonly string[];
}

interface Ringing {
  readonly state: LineState;
  readonly dialog: DialogInfo | null;
}

/**
 * @param number the colleague's telephone.
 * @throws {BalieError} `pick-up.refused` when nothing rings there, or too little is known of it.
 */
export function pickUpOf(number: string, { state, dialog }: Ringing, pickUp: TelephonePolicy['pickUp']): PickUp {
  if (pickUp === 'off') throw new BalieError('pick-up.refused', 'the centre does not let calls be picked up');
  if (state !== 'ringing' && (pickUp === 'replaces' || state !== 'unknown')) throw new BalieError('pick-up.refused', 'nothing rings there any more');
  if (pickUp !== 'replaces') return { target: `${pickUp.featureCode}${number}`, headers: [] };
  const { callId, localTag, remoteTag, remoteTarget } = dialog ?? {};
  if (callId == null || localTag == null || remoteTag == null || remoteTarget == null || !/^sip:[^@\s]+@\S+$/i.test(remoteTarget)) throw new BalieError('pick-up.refused', 'the exchange does not tell which call it is');
  // RFC 3891 section 3: tags are those of the one who is asked, the caller; only while it still rings.
  const replaces = `Replaces: ${callId};to-tag=${remoteTag};from-tag=${localTag};early-only`;
  return { target: number, address: remoteTarget, headers: [replaces, 'Require: replaces'] };
}
