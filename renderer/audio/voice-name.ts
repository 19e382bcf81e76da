/** Under which the worklet is registered. */
export const voiceProcessorName = 'balie-voice';

/** What the worklet says, when it changes. */
export interface VoiceState {
  readonly operator: boolean;
  readonly customer: boolean;
}

/** How loud both sides were since the last time, linear 0..1 of full scale: the highest sample. Told some four times a second. */
export interface VoiceLevels {
  readonly operator: number;
  readonly customer: number;
}

/** All that the worklet says. */
export type VoiceMessage = { readonly voice: VoiceState } | { readonly levels: VoiceLevels };
