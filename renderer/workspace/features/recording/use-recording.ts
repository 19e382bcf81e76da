import type { CallIn } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useMayRecord } from './use-may-record.ts';

interface RecordingInHand {
  /** Whether the centre, and the call's queue, let this call be recorded. */
  readonly isAllowed: boolean;
  readonly busy: boolean;
  readonly start: () => void;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** The recording of one call. Main owns it; this asks. */
export function useRecording(call: CallIn<'connected'>, file: InteractionFile | null): RecordingInHand {
  const { main } = useServices();
  const { busy, once } = useOnce();
  const isAllowed = useMayRecord(file);
  const input = { callId: call.id };
  return {
    isAllowed,
    busy,
    start: () => void once(() => main.call('recording.start', input)),
    stop: () => void once(() => main.call('recording.stop', input)),
    pause: () => void once(() => main.call('recording.pause', { ...input, reason: 'operator' })),
    resume: () => void once(() => main.call('recording.resume', { ...input, reason: 'operator' })),
  };
}
