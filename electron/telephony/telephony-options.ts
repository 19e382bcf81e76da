import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { OperatorLine } from '#shared/domain/line-policy.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Presence, Voicemail } from '#shared/domain/presence.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import type { AudioLink } from '../media/audio-link.ts';
import type { SoundFact } from '../media/call-sound.ts';
import type { Transferred } from './transfer/transfer-desk.ts';

/** What the rest of main sees of telephony: one value per change. */
export interface TelephonyState {
  readonly registration: Registration;
  readonly calls: readonly Call[];
  readonly line: OperatorLine;
  readonly presence: readonly Presence[];
  readonly voicemail: Voicemail;
}

export interface Levels {
  readonly callId: string;
  /** Linear, 0..1. */
  readonly microphone: number;
  readonly speaker: number;
}

export interface TelephonyOptions {
  readonly audio: AudioLink;
  readonly logger: Logger;
  readonly clock: Clock;
  /** A UUID that stays the same on this device (RFC 5626 section 4.1): the registrar knows us again by it. */
  readonly instanceId: string;
  readonly onChange: (state: TelephonyState) => void;
  /** Some four times a second while a call is connected. */
  readonly onLevels: (levels: Levels) => void;
  /** How calls sound: quality, who speaks, and through which slot; see {@link SoundFact}. */
  readonly onSound: (callId: string, fact: SoundFact) => void;
  /** A caller was transferred; before the call says that it has ended. */
  readonly onTransferred: (fact: Transferred) => void;
  /** 0 up to, but not including, 1. */
  readonly random?: () => number;
}
