import type { OwnAvailability, Presence, Voicemail } from '#shared/domain/presence.ts';
import type { PresenceListener, PresenceRoom } from './presence-room.ts';

/** What is watched, what is known of it, and what the operator says of themselves, across accounts: a new line watches and says what the former did. */
export class PresenceDesk implements PresenceListener {
  readonly #onChange: () => void;
  #room: PresenceRoom | null = null;
  #numbers: readonly string[] = [];
  #own: OwnAvailability = 'available';
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
    room?.say(this.#own);
  }

  /** Replaces what was watched before. */
  watch(numbers: readonly string[]): void {
    this.#numbers = numbers;
    this.#room?.watch(numbers);
  }

  /** What the operator says of themselves beside their calls. */
  say(own: OwnAvailability): void {
    this.#own = own;
    this.#room?.say(own);
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
