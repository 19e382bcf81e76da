import type { Call } from '../call.ts';
import { flashCommand, hangUpCommand, muteCommand, pickUpCommand, redialCommand, rejectCommand, type HeadsetCommand } from './commands.ts';
import { isOffHook, lightsFor, sameLights, type HeadsetControl, type HeadsetDevice, type HeadsetLights } from './headset.ts';

/** A report that contradicts what was just written comes from the device or from another program, not from a finger. */
const settleMs = 300;
/** Within this long after answering, a hook that falls back is a button that springs back. */
const springMs = 600;
/** Devices without a reject button reject by going off-hook and on-hook at once: this long their answer waits. */
const secondEventMs = 100;
/** How long a device may take to confirm what was written. */
const echoMs = 1_500;
/** A device that is off-hook for this long while Balie has no call is used by another program. */
const foreignMs = 3_000;
const contestMemoryMs = 30_000;
/** While another program fights for the device, it is corrected no more often than this. */
const truceMs = 2_000;

type Switch = Extract<HeadsetControl, 'hook' | 'mute'>;

interface Echo {
  readonly control: Switch;
  readonly on: boolean;
  readonly until: number;
}

/** Times are those of a monotonic clock, in milliseconds. */
export interface HeadsetMind {
  /** What was written last; null: nothing since the device was opened. */
  readonly shown: HeadsetLights | null;
  /** Where the device said its switches stand. */
  readonly hook: boolean;
  readonly mute: boolean;
  /** When a light was last written that is not what the device's own report says. */
  readonly commanded: Readonly<Record<Switch, number>>;
  /** Confirmations that are still to come: no presses. */
  readonly echoes: readonly Echo[];
  readonly press: { readonly control: HeadsetControl; readonly at: number } | null;
  /** The hook went up at this moment, and took up a call. */
  readonly answeredAt: number;
  /** An answer that waits for a second event. */
  readonly waiting: { readonly callId: string; readonly until: number } | null;
  readonly reversals: readonly number[];
  readonly foreignSince: number | null;
  readonly correctAt: number | null;
}

const longAgo = Number.NEGATIVE_INFINITY;

export const newMind: HeadsetMind = {
  shown: null,
  hook: false,
  mute: false,
  commanded: { hook: longAgo, mute: longAgo },
  echoes: [],
  press: null,
  answeredAt: longAgo,
  waiting: null,
  reversals: [],
  foreignSince: null,
  correctAt: null,
};

/** What follows from something that happened: a command for the telephone, and whether the device must be told again how things stand. */
export interface HeadsetStep {
  readonly mind: HeadsetMind;
  readonly command: HeadsetCommand | null;
  /** The device expects an answer, also when no light changed: without one it may revert (WICG/webhid issue 72). */
  readonly answerDevice: boolean;
}

/** Another program writes to the same device. */
export function isContested({ reversals, foreignSince }: HeadsetMind, now: number): boolean {
  return reversals.filter((at) => now - at < contestMemoryMs).length >= 2 || (foreignSince !== null && now - foreignSince >= foreignMs);
}

/** The next moment at which something is due by itself; null: none. */
export function nextDue({ waiting, reversals, foreignSince, correctAt }: HeadsetMind, now: number): number | null {
  const moments = [waiting?.until, correctAt, foreignSince === null ? null : foreignSince + foreignMs, ...reversals.map((at) => at + contestMemoryMs)];
  const later = moments.filter((at): at is number => at != null && at > now);
  return later.length === 0 ? null : Math.min(...later);
}

/** Notes that these lights are written now: whatever the device says next is held against them. */
export function wrote(mind: HeadsetMind, device: HeadsetDevice, lights: HeadsetLights, now: number): HeadsetMind {
  const changes: readonly (readonly [Switch, boolean, boolean])[] = [
    ['hook', lights['off-hook'], mind.shown?.['off-hook'] ?? false],
    ['mute', lights.mute, mind.shown?.mute ?? false],
  ];
  const echoes = mind.echoes.filter(({ until }) => until > now);
  const commanded = { ...mind.commanded };
  for (const [control, on, was] of changes) {
    const kind = device.controls.find((one) => one.control === control)?.kind;
    if (kind === 'button' ? on !== was : mind[control] !== on) commanded[control] = now;
    if (kind !== undefined && kind !== 'button' && mind[control] !== on) echoes.push({ control, on, until: now + echoMs });
  }
  return { ...mind, shown: lights, echoes, commanded, foreignSince: null, correctAt: null };
}

/** @returns what to write after the calls changed; null when the device shows it already. */
export function reconcile(mind: HeadsetMind, calls: readonly Call[]): HeadsetLights | null {
  const lights = lightsFor(calls);
  return mind.shown !== null && sameLights(mind.shown, lights) ? null : lights;
}

/** What is due by itself: an answer that waited long enough, a correction that was put off. */
export function ripen(mind: HeadsetMind, calls: readonly Call[], now: number): HeadsetStep {
  const reversals = mind.reversals.filter((at) => now - at < contestMemoryMs);
  const next = { ...mind, reversals };
  if (mind.waiting !== null && now >= mind.waiting.until) {
    const { callId } = mind.waiting;
    const rings = calls.some(({ id, state }) => id === callId && state === 'ringing');
    return { mind: { ...next, waiting: null, answeredAt: now }, command: rings ? { type: 'answer', callId } : null, answerDevice: !rings };
  }
  if (mind.correctAt !== null && now >= mind.correctAt) return { mind: { ...next, correctAt: null }, command: null, answerDevice: true };
  return { mind: next, command: null, answerDevice: false };
}

/** What a report of the device means, as the calls stand. The calls are the truth: the device is followed, or corrected. */
export function hear(mind: HeadsetMind, device: HeadsetDevice, calls: readonly Call[], input: { readonly control: HeadsetControl; readonly on: boolean }, now: number): HeadsetStep {
  const { control, on } = input;
  const kind = device.controls.find((one) => one.control === control)?.kind ?? 'button';
  switch (control) {
    case 'flash':
      return pressed(mind, control, flashCommand(calls), now);
    case 'redial':
      return pressed(mind, control, redialCommand(calls), now);
    case 'reject':
      return pressed({ ...mind, waiting: null }, control, rejectCommand(calls), now);
    case 'hook':
      return kind === 'button' ? hookPressed(mind, calls, now) : hookMoved({ ...mind, hook: on }, device, calls, on, now);
    case 'mute':
      return kind === 'button' ? mutePressed(mind, calls, now) : muteMoved({ ...mind, mute: on }, calls, on, now);
  }
}

function quiet(mind: HeadsetMind): HeadsetStep {
  return { mind, command: null, answerDevice: false };
}

/** A press with no meaning is answered during a call; without one the device is left to itself, for another program may be using it. */
function pressed(mind: HeadsetMind, control: HeadsetControl, command: HeadsetCommand | null, now: number): HeadsetStep {
  return { mind: { ...mind, press: { control, at: now } }, command, answerDevice: command !== null || (mind.shown !== null && Object.values(mind.shown).includes(true)) };
}

function hookPressed(mind: HeadsetMind, calls: readonly Call[], now: number): HeadsetStep {
  if (now - mind.commanded.hook < settleMs) return quiet(mind);
  return pressed(mind, 'hook', pickUpCommand(calls) ?? hangUpCommand(calls), now);
}

function mutePressed(mind: HeadsetMind, calls: readonly Call[], now: number): HeadsetStep {
  // Some devices pulse when their light is changed: taken for a press, each pulse would bring the next.
  if (now - mind.commanded.mute < settleMs) return quiet(mind);
  return pressed(mind, 'mute', muteCommand(calls), now);
}

function hookMoved(former: HeadsetMind, device: HeadsetDevice, calls: readonly Call[], on: boolean, now: number): HeadsetStep {
  const { mind, isEcho } = takeEcho(former, 'hook', on, now);
  if (isEcho) return quiet(mind);
  if (!on && mind.waiting !== null) return pressed({ ...mind, waiting: null }, 'hook', rejectCommand(calls), now);
  if (on === calls.some(isOffHook)) return quiet(on ? mind : { ...mind, foreignSince: null });
  return on ? hookUp(mind, device, calls, now) : hookDown(mind, calls, now);
}

function hookUp(mind: HeadsetMind, device: HeadsetDevice, calls: readonly Call[], now: number): HeadsetStep {
  const command = pickUpCommand(calls);
  if (command === null) return quiet({ ...mind, foreignSince: now });
  // Nobody answers a ring that fast; but once the device confirmed that it was put down, its hook is the operator's again.
  if (now - mind.commanded.hook < settleMs && mind.echoes.some(({ control }) => control === 'hook')) return reversed(mind, now);
  if (command.type === 'answer' && rejectsWithHook(device)) return quiet({ ...mind, waiting: { callId: command.callId, until: now + secondEventMs } });
  return pressed({ ...mind, answeredAt: now }, 'hook', command, now);
}

/** A hook that springs back falls after every press: there it means nothing. */
function rejectsWithHook({ controls }: HeadsetDevice): boolean {
  return !controls.some(({ control }) => control === 'reject') && controls.some(({ control, kind }) => control === 'hook' && kind === 'switch');
}

function hookDown(mind: HeadsetMind, calls: readonly Call[], now: number): HeadsetStep {
  if (now - mind.answeredAt < springMs) return { mind, command: null, answerDevice: true };
  const byOtherPress = mind.press !== null && mind.press.control !== 'hook' && now - mind.press.at < settleMs;
  // A device that also serves another program drops the line when its mute is pressed (softphone-vendor-headsets issue 89).
  if (byOtherPress || now - mind.commanded.hook < settleMs) return reversed(mind, now);
  return pressed(mind, 'hook', hangUpCommand(calls), now);
}

function muteMoved(former: HeadsetMind, calls: readonly Call[], on: boolean, now: number): HeadsetStep {
  const { mind, isEcho } = takeEcho(former, 'mute', on, now);
  if (isEcho || on === lightsFor(calls).mute) return quiet(mind);
  if (now - mind.commanded.mute < settleMs) return reversed(mind, now);
  return pressed(mind, 'mute', muteCommand(calls, on), now);
}

/** A device reports in order: what stood before the confirmation that came will not come any more. */
function takeEcho(mind: HeadsetMind, control: Switch, on: boolean, now: number): { readonly mind: HeadsetMind; readonly isEcho: boolean } {
  const alive = mind.echoes.filter(({ until }) => until > now);
  const index = alive.findIndex((echo) => echo.control === control && echo.on === on);
  const echoes = index < 0 ? alive : alive.filter((echo, at) => echo.control !== control || at > index);
  return { mind: { ...mind, echoes }, isEcho: index >= 0 };
}

/** The device was moved by somebody else. It is put right at once, but in a fight only now and then. */
function reversed(mind: HeadsetMind, now: number): HeadsetStep {
  const next = { ...mind, reversals: [...mind.reversals, now] };
  if (!isContested(next, now)) return { mind: next, command: null, answerDevice: true };
  return quiet({ ...next, correctAt: next.correctAt ?? now + truceMs });
}
