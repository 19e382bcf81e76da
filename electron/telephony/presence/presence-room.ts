import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Presence, Voicemail } from '#shared/domain/presence.ts';
import type { UserAgent } from '../user-agent.ts';
import { addressAt } from '../transfer/refer-to.ts';
import { LineWatch } from './line-watch.ts';
import { pickUpOf, type PickUp } from './pick-up.ts';
import { Publisher } from './publisher.ts';
import { VoicemailWatch } from './voicemail-watch.ts';
import { dialString } from '../party.ts';

/** What the exchange tells beside calls. */
export interface PresenceListener {
  onPresence(presence: readonly Presence[]): void;
  onVoicemail(voicemail: Voicemail): void;
}

interface PresenceRoomOptions {
  readonly provisioning: Provisioning;
  readonly agent: UserAgent;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly listener: PresenceListener;
}

/** Colleagues' telephones, the voicemail and our own state, for one account. */
export class PresenceRoom {
  readonly #options: PresenceRoomOptions;
  readonly #lines: LineWatch;
  readonly #voicemail: VoicemailWatch;
  readonly #publisher: Publisher | null;

  constructor(options: PresenceRoomOptions) {
    this.#options = options;
    const { provisioning, agent, clock, random, logger, listener } = options;
    const { country, sip, policy } = provisioning;
    const uri = sip.uri.replace(/^sips:/, 'sip:');
    const addressOf = (number: string) => {
      const user = dialString(number, country);
      return user === null ? null : addressAt(user, sip.uri);
    };
    this.#lines = new LineWatch({ agent: agent.sip, addressOf, clock, random, logger, onChange: (presence) => listener.onPresence(presence) });
    this.#voicemail = new VoicemailWatch({ agent: agent.sip, uri, clock, random, onChange: (voicemail) => listener.onVoicemail(voicemail) });
    this.#publisher = policy.presence.publish ? new Publisher({ uri, send: (headers, body, onAnswer) => agent.publish(headers, body, onAnswer), clock, logger }) : null;
    agent.onUnasked('message-summary', (body) => this.#voicemail.take(body));
  }

  watch(numbers: readonly string[]): void {
    if (this.#options.provisioning.policy.presence.watch) this.#lines.watch(numbers);
  }

  /** @throws {BalieError} `pick-up.refused`. */
  pickUp(number: string): PickUp {
    return pickUpOf(number, { state: this.#lines.stateOf(number), dialog: this.#lines.ringing(number) }, this.#options.provisioning.policy.pickUp);
  }

  observe(calls: readonly Call[]): void {
    this.#publisher?.observe(calls);
  }

  onRegistered(): void {
    this.#lines.onRegistered();
    this.#publisher?.onRegistered();
    if (this.#options.provisioning.policy.voicemail !== null) this.#voicemail.onRegistered();
  }

  onDisconnected(): void {
    this.#lines.onDisconnected();
    this.#publisher?.onDisconnected();
    this.#voicemail.onDisconnected();
  }

  /** Takes back what was subscribed to and published, while the connection still stands. */
  close(): void {
    this.#lines.close();
    this.#publisher?.close();
    this.#voicemail.close();
  }
}
