import { useEffect, useReducer } from 'react';
import type { VoiceActivity } from '#shared/domain/call-quality.ts';
import { hear, listenAnew, unheardRhythm, type ConversationRhythm } from '#shared/domain/conversation-rhythm.ts';
import { useServices } from '../../app/services.ts';

/** Where the script does not say: about as long as a silence on the line is pleasant. */
export const usualSilenceSeconds = 6;

/** @returns who speaks in this call. While `isListening` is false (on hold) nothing is silence, and nothing overlaps. */
export function useRhythm(callId: string, isListening: boolean): ConversationRhythm {
  const { main } = useServices();
  const [rhythm, change] = useReducer((state: ConversationRhythm, event: VoiceActivity | 'anew') => (event === 'anew' ? listenAnew(state) : hear(state, event)), unheardRhythm);
  useEffect(() => {
    if (!isListening) return;
    const stop = main.on('voice', (event) => {
      if (event.callId === callId) change(event.activity);
    });
    return () => {
      stop();
      change('anew');
    };
  }, [main, callId, isListening]);
  return rhythm;
}
