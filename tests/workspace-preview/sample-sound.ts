import type { Call, CallIn } from '#shared/domain/call.ts';
import type { AudioDevices } from '#shared/domain/devices.ts';
import { readinessChecks, type ReadinessReport, type ReadinessResult } from '#shared/domain/readiness.ts';
import type { PauseReason, RecordingState } from '#shared/domain/recording.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';

/** What the sample main lends: its memory of what was asked, its calls, and its events. */
interface SampleHost {
  readonly asked: string[];
  change(callId: string, act: (call: Call) => Call): void;
  readiness(report: ReadinessReport): void;
}

type SoundCalls = Extract<keyof Handlers<MainContract>, `recording.${string}` | `devices.${string}` | `readiness.${string}`>;

/** Recording, devices and readiness of a page without a main process: nothing sounds, all is told as it would be. */
export function sampleSound(host: SampleHost): Pick<Handlers<MainContract>, SoundCalls> {
  const record = (callId: string, next: (state: RecordingState) => RecordingState): void => {
    host.change(callId, (call) => (call.state === 'connected' ? ({ ...call, recording: next(call.recording) } satisfies CallIn<'connected'>) : call));
  };
  let results: readonly ReadinessResult[] = [];
  const tell = (running: boolean): void => host.readiness({ running, results: [...results] });
  return {
    'recording.start': ({ callId }) => {
      host.asked.push('recording.start');
      record(callId, () => ({ state: 'recording' }));
    },
    'recording.stop': ({ callId }) => {
      host.asked.push('recording.stop');
      record(callId, () => ({ state: 'off' }));
    },
    'recording.pause': ({ callId, reason }) => {
      host.asked.push(`recording.pause ${reason}`);
      record(callId, (state) => pausedFor(state, reason));
    },
    'recording.resume': ({ callId, reason }) => {
      host.asked.push(`recording.resume ${reason}`);
      record(callId, (state) => resumedFrom(state, reason));
    },
    'devices.testSound': ({ role }) => void host.asked.push(`test ${role}`),
    'devices.watchMicrophone': ({ on }) => void host.asked.push(`watch microphone ${on ? 'on' : 'off'}`),
    'readiness.start': () => {
      host.asked.push('readiness.start');
      results = readinessChecks.map((check) => ({ check, state: check === 'speaker' ? 'asking' : 'passed', advice: null, value: null, unit: null }));
      tell(true);
    },
    'readiness.answer': ({ check, heard }) => {
      host.asked.push(`${check} ${heard ? 'heard' : 'not heard'}`);
      results = results.map((result) => (result.check === check ? { ...result, state: heard ? 'passed' : 'failed', advice: heard ? null : 'speaker-not-heard' } : result));
      tell(false);
    },
    'readiness.cancel': () => void host.asked.push('readiness.cancel'),
  };
}

function pausedFor(state: RecordingState, reason: PauseReason): RecordingState {
  if (state.state === 'recording') return { state: 'paused', reasons: [reason] };
  return state.state === 'paused' ? { state: 'paused', reasons: [...new Set([...state.reasons, reason])] } : state;
}

function resumedFrom(state: RecordingState, reason: PauseReason): RecordingState {
  if (state.state !== 'paused') return state;
  const [first, ...rest] = state.reasons.filter((other) => other !== reason);
  return first === undefined ? { state: 'recording' } : { state: 'paused', reasons: [first, ...rest] };
}

const jabra = { identity: 'jabra', label: 'Jabra Evolve2 65', usb: { vendorId: 0x0b0e, productId: 0x245d } };
const builtIn = { identity: 'built-in', label: 'Realtek Audio', usb: null };

/** A headset and what is built in. Without the headset, as it is when somebody stumbles over its cable. */
export function sampleDevices(withHeadset = true): AudioDevices {
  const choice = { identity: jabra.identity, label: jabra.label };
  const own = { choice, inUse: withHeadset ? choice : { identity: builtIn.identity, label: builtIn.label }, state: withHeadset ? 'chosen' : 'fallback' } as const;
  return {
    available: [
      ...(withHeadset ? [{ ...jabra, kind: 'microphone' as const, isSystemDefault: true }, { ...jabra, kind: 'speaker' as const, isSystemDefault: false }] : []),
      { ...builtIn, kind: 'microphone', isSystemDefault: !withHeadset },
      { ...builtIn, kind: 'speaker', isSystemDefault: true },
    ],
    microphone: own,
    speaker: own,
    ring: { choice: 'system', inUse: { identity: builtIn.identity, label: builtIn.label }, state: 'chosen' },
  };
}

/** A check before a shift in which most is well. */
export function sampleReadiness(): ReadinessReport {
  const well = (check: ReadinessResult['check'], value: number | null = null, unit: ReadinessResult['unit'] = null): ReadinessResult => ({ check, state: 'passed', advice: null, value, unit });
  return {
    running: false,
    results: [
      well('registration'),
      well('clock', 0.2, 's'),
      { check: 'round-trip', state: 'warning', advice: 'slow', value: 412, unit: 'ms' },
      well('stun', 34, 'ms'),
      { check: 'turn', state: 'skipped', advice: null, value: null, unit: null },
      well('microphone', 0.62, 'level'),
      { check: 'speaker', state: 'failed', advice: 'speaker-not-heard', value: null, unit: null },
      well('ring'),
      { check: 'headset', state: 'warning', advice: 'headset-contested', value: null, unit: null },
    ],
  };
}
