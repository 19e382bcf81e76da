import type { Call } from '#shared/domain/call.ts';

/** What a field carries while what is typed in it must not be heard in a recording. */
export const sensitiveMark = { 'data-sensitive': true } as const;

/** What has to be asked so that recordings stand still exactly while a sensitive field is being filled in. */
export interface PauseWish {
  readonly callId: string;
  readonly name: 'recording.pause' | 'recording.resume';
}

/**
 * Compares what is with what should be, so that it comes right after anything: a recording that starts while
 * the field has the focus, a page that was reloaded in the middle of an account number.
 */
export function pauseWishes(calls: readonly Call[], isSensitive: boolean): PauseWish[] {
  return calls.flatMap((call): PauseWish[] => {
    if (call.state !== 'connected') return [];
    const { recording } = call;
    if (recording.state !== 'recording' && recording.state !== 'paused') return [];
    const paused = recording.state === 'paused' && recording.reasons.includes('sensitive-field');
    if (paused === isSensitive) return [];
    return [{ callId: call.id, name: isSensitive ? 'recording.pause' : 'recording.resume' }];
  });
}
