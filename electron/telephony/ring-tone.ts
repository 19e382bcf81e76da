import type { Call } from '#shared/domain/call.ts';
import type { RingTone } from '#shared/ipc/audio-list.ts';

/** @returns what the operator has to hear now; while they are talking, no more than a quiet sign. */
export function ringToneFor(calls: readonly Call[]): RingTone {
  const talking = calls.some(({ state }) => state === 'connected' || state === 'answering');
  if (calls.some(({ state }) => state === 'ringing')) return talking ? 'waiting' : 'ring';
  return calls.some((call) => call.state === 'alerting' && !call.earlyMedia) ? 'ringback' : 'none';
}
