import type { PauseReason, RecordingPolicy, RecordingState } from '#shared/domain/recording.ts';

/** The queue may ask for more or less than the centre's default; what the centre forbids stays forbidden. */
export function effectivePolicy(centre: RecordingPolicy, queue: RecordingPolicy | null): RecordingPolicy {
  return centre === 'never' ? 'never' : (queue ?? centre);
}

export interface RecordingFacts {
  readonly running: boolean;
  readonly failed: boolean;
  readonly reasons: ReadonlySet<PauseReason>;
}

/** What the operator sees. */
export function recordingState({ running, failed, reasons }: RecordingFacts): RecordingState {
  if (failed) return { state: 'failed' };
  if (!running) return { state: 'off' };
  return reasons.size === 0 ? { state: 'recording' } : { state: 'paused', reasons: [...reasons].sort() };
}
