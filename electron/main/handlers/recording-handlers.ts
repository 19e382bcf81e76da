import type { HandlerParts, HandlersOf } from './parts.ts';

/** Recording of a call: by hand where the centre allows it, and its pauses. */
export function recordingHandlers({ recordings: { desk } }: HandlerParts): HandlersOf<'recording'> {
  return {
    'recording.start': ({ callId }) => desk.start(callId),
    'recording.stop': ({ callId }) => desk.stop(callId),
    'recording.pause': ({ callId, reason }) => desk.pause(callId, reason),
    'recording.resume': ({ callId, reason }) => desk.resume(callId, reason),
  };
}
