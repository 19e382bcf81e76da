import type { Presence, Voicemail } from '#shared/domain/presence.ts';
import type { PresenceListener, PresenceRoom } from './presence-room.ts';

/** What is watched, and what is known of it, across accounts: a new line watches what the former did. */
export class PresenceDesk implements PresenceListener {
  readonly #onChange: () => void;
  #room: PresenceRoom | null = null;
  #numbers: readonly string[] = [];
  presence: readonly Presence[] = [];
  voicemail: Voicemail = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Another account, or none. */
  attach(room: PresenceRoom | null): void {
    this.#room = room;
    this.presence = [];
    this.voicemail = null;
    room?.watch(this.#numbers);
  }

  /** Replaces what was watched before. */
  watch(numbers: readonly string[]): void {
    this.#numbers = numbers;
    this.#room?.watch(numbers);
  }

  onPresence(presence: readonly Presence[]): void {
    this.presence = presence;
    this.#onChange();
  }

  onVoicemail(voicemail: Voicemail): void {
    this.voicemail = voicemail;
    this.#onChange();
  }
}
