import type { Call } from '#shared/domain/call.ts';
import type { RingTone } from '#shared/ipc/audio-list.ts';

/** @returns what the operator has to hear now; while they are talking, no more than a quiet sign. */
export function ringToneFor(calls: readonly Call[]): RingTone {
  const talking = calls.some(({ state }) => state === 'connected' || state === 'answering');
  const ringing = calls.filter((call) => call.state === 'ringing');
  if (ringing.some(({ autoAnswerAt }) => autoAnswerAt !== null) && !talking) return 'cue';
  if (ringing.length > 0) return talking ? 'waiting' : 'ring';
  return calls.some((call) => call.state === 'alerting' && !call.earlyMedia) ? 'ringback' : 'none';
}
