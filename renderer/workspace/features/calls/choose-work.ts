import { isLive, needsWrapUp, type Call } from '#shared/domain/call.ts';

/** What the panels show: the conversation of a call, or one that a crash or a second call left behind. */
export type Work = { readonly kind: 'call'; readonly callId: string } | { readonly kind: 'interaction'; readonly id: string };

export interface WorkChoice {
  readonly work: Work | null;
  /** Calls that were being spoken on, or dialled, when the choice was made. */
  readonly taken: readonly string[];
}

export const noWork: WorkChoice = { work: null, taken: [] };

/** @returns true for a call that the operator has taken up: anything live but one that still rings in. */
export function isTaken(call: Call): boolean {
  return isLive(call) && call.state !== 'ringing';
}

/**
 * What to show after a change. The screen under someone's hands changes only when they took up another call
 * themselves, or when what they looked at is gone: a call that rings meanwhile does not push anything aside, and
 * a colleague who is asked about a customer leaves that customer on the screen.
 */
export function chooseWork(before: WorkChoice, calls: readonly Call[]): WorkChoice {
  const taken = calls.filter(isTaken).map((call) => call.id);
  const newlyTaken = taken.findLast((id) => !before.taken.includes(id) && !consults(id, calls));
  const work = newlyTaken === undefined ? (stays(before.work, calls) ? before.work : firstWork(calls)) : { kind: 'call' as const, callId: newlyTaken };
  const same = sameWork(work, before.work) && taken.join() === before.taken.join();
  return same ? before : { work: sameWork(work, before.work) ? before.work : work, taken };
}

function consults(id: string, calls: readonly Call[]): boolean {
  const about = calls.find((call) => call.id === id)?.consultationFor ?? null;
  return about !== null && calls.some((call) => call.id === about);
}

/** @returns the conversation to look at when nothing is being looked at. */
function firstWork(calls: readonly Call[]): Work | null {
  const active = calls.filter((candidate) => isTaken(candidate) && !consults(candidate.id, calls));
  const call =
    active.find((candidate) => !isHeld(candidate)) ?? active[0] ?? calls.find(needsWrapUp) ?? calls.find((candidate) => candidate.state === 'ringing') ?? null;
  return call === null ? null : { kind: 'call', callId: call.id };
}

function stays(work: Work | null, calls: readonly Call[]): boolean {
  if (work === null) return false;
  if (work.kind === 'interaction') return true;
  const call = calls.find((candidate) => candidate.id === work.callId);
  return call !== undefined && (call.state !== 'ended' || call.answeredAt !== null);
}

/** @returns true when the operator has this call on hold, or is about to. */
export function isHeld(call: Call): boolean {
  return call.state === 'connected' && (call.hold === 'on' || call.hold === 'holding');
}

function sameWork(one: Work | null, other: Work | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
