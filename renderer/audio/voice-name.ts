/** Under which the worklet is registered. */
export const voiceProcessorName = 'balie-voice';

/** What the worklet says, when it changes. */
export interface VoiceState {
  readonly operator: boolean;
  readonly customer: boolean;
}
