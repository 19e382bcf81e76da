import type { Call } from '../call.ts';
import { isHeld, isOffHook, isTalking } from './headset.ts';

/** What a press asks of the telephone. */
export type HeadsetCommand =
  | { readonly type: 'answer'; readonly callId: string }
  | { readonly type: 'decline'; readonly callId: string }
  | { readonly type: 'hang-up'; readonly callIds: readonly string[] }
  | { readonly type: 'mute'; readonly callIds: readonly string[]; readonly muted: boolean }
  | { readonly type: 'hold'; readonly callId: string }
  /** This call becomes the one in conversation; another one is held first. */
  | { readonly type: 'switch'; readonly callId: string }
  | { readonly type: 'call-back' };

function ringing(calls: readonly Call[]): Call | undefined {
  return calls.find(({ state }) => state === 'ringing');
}

/** The hook goes up: answers, or takes up the call on hold. Null while there is a conversation, and when there is nothing to take up. */
export function pickUpCommand(calls: readonly Call[]): HeadsetCommand | null {
  if (calls.some(isOffHook)) return null;
  const call = ringing(calls);
  if (call !== undefined) return { type: 'answer', callId: call.id };
  const held = calls.find(isHeld);
  return held === undefined ? null : { type: 'switch', callId: held.id };
}

/**
 * The hook goes down: ends the conversation, all of it when it is a conference. A second call goes on ringing, one on hold stays
 * there: a press never ends a call that the operator does not hear.
 */
export function hangUpCommand(calls: readonly Call[]): HeadsetCommand | null {
  const callIds = calls.filter(isOffHook).map(({ id }) => id);
  return callIds.length === 0 ? null : { type: 'hang-up', callIds };
}

/** @param muted - what the operator wants; absent: the opposite of what is. */
export function muteCommand(calls: readonly Call[], muted?: boolean): HeadsetCommand | null {
  const talking = calls.filter(isTalking);
  if (talking.length === 0) return null;
  const wanted = muted ?? !talking.every((call) => call.muted);
  return { type: 'mute', callIds: talking.map(({ id }) => id), muted: wanted };
}

/** One call: hold and resume. Two: the other one. A second call that rings: the first is held and it is answered. */
export function flashCommand(calls: readonly Call[]): HeadsetCommand | null {
  const talking = calls.filter(isTalking);
  const second = ringing(calls);
  // Who would be held in a conference? The buttons on the screen say it; a flash cannot.
  if (talking.length > 1) return null;
  if (second !== undefined) return talking.length === 1 ? { type: 'answer', callId: second.id } : null;
  const held = calls.find(isHeld);
  if (held !== undefined) return { type: 'switch', callId: held.id };
  return talking[0] === undefined ? null : { type: 'hold', callId: talking[0].id };
}

export function rejectCommand(calls: readonly Call[]): HeadsetCommand | null {
  const call = ringing(calls);
  return call === undefined ? null : { type: 'decline', callId: call.id };
}

/** Calls back the last missed call, but never into another call. */
export function redialCommand(calls: readonly Call[]): HeadsetCommand | null {
  return calls.every(({ state }) => state === 'ended') ? { type: 'call-back' } : null;
}
