import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { OwnAvailability, Presence, Voicemail } from '#shared/domain/presence.ts';
import type { UserAgent } from '../user-agent.ts';
import { addressAt } from '../transfer/refer-to.ts';
import { ColleagueWatch } from './colleague-watch.ts';
import { dialogInfoOf, dialogInfoType } from './own-state.ts';
import { pickUpOf, type PickUp } from './pick-up.ts';
import { pidfOf, pidfType, type OwnStatement } from './pidf.ts';
import { Publisher, type PublisherOptions } from './publisher.ts';
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

/** Milliseconds that an exchange has to take back what was published. */
const removeMs = 500;

/** Colleagues and their telephones, the voicemail and our own state, for one account. */
export class PresenceRoom {
  readonly #options: PresenceRoomOptions;
  readonly #colleagues: ColleagueWatch;
  readonly #voicemail: VoicemailWatch;
  readonly #publishers: readonly Publisher[];
  #calls: readonly Call[] = [];
  #own: OwnStatement;

  constructor(options: PresenceRoomOptions) {
    this.#options = options;
    this.#own = { availability: 'available', since: isoNow(options.clock), id: newId() };
    const { provisioning, agent, clock, random, logger, listener } = options;
    const { country, sip } = provisioning;
    const uri = sip.uri.replace(/^sips:/, 'sip:');
    const addressOf = (number: string) => {
      const user = dialString(number, country);
      return user === null ? null : addressAt(user, sip.uri);
    };
    this.#colleagues = new ColleagueWatch({ agent: agent.sip, addressOf, clock, random, logger, onChange: (presence) => listener.onPresence(presence) });
    this.#voicemail = new VoicemailWatch({ agent: agent.sip, uri, clock, random, onChange: (voicemail) => listener.onVoicemail(voicemail) });
    this.#publishers = provisioning.policy.presence.publish ? this.#createPublishers(uri) : [];
    agent.onUnasked('message-summary', (body) => this.#voicemail.take(body));
  }

  watch(numbers: readonly string[]): void {
    if (this.#options.provisioning.policy.presence.watch) this.#colleagues.watch(numbers);
  }

  /** @throws {BalieError} `pick-up.refused`. */
  pickUp(number: string): PickUp {
    return pickUpOf(number, this.#colleagues.lineOf(number), this.#options.provisioning.policy.pickUp);
  }

  observe(calls: readonly Call[]): void {
    this.#calls = calls;
    for (const publisher of this.#publishers) publisher.reconsider();
  }

  /** What the operator says of themselves beside their calls. */
  say(availability: OwnAvailability): void {
    if (availability === this.#own.availability) return;
    this.#own = { ...this.#own, availability, since: isoNow(this.#options.clock) };
    for (const publisher of this.#publishers) publisher.reconsider();
  }

  onRegistered(): void {
    this.#colleagues.onRegistered();
    for (const publisher of this.#publishers) publisher.onRegistered();
    if (this.#options.provisioning.policy.voicemail !== null) this.#voicemail.onRegistered();
  }

  onDisconnected(): void {
    this.#colleagues.onDisconnected();
    for (const publisher of this.#publishers) publisher.onDisconnected();
    this.#voicemail.onDisconnected();
  }

  /**
   * Takes back what was subscribed to and published, while the connection still stands. Resolves when the exchange has nothing of
   * ours any more, or after half a second: JsSIP sends nothing once it is stopped.
   */
  async close(): Promise<void> {
    this.#colleagues.close();
    this.#voicemail.close();
    const removed = Promise.all(this.#publishers.map((publisher) => publisher.close()));
    await new Promise<void>((resolve) => {
      const deadline = this.#options.clock.schedule(removeMs, resolve);
      void removed.then(() => {
        deadline.cancel();
        resolve();
      });
    });
  }

  /** One a package: an exchange may know one and not the other. */
  #createPublishers(uri: string): readonly Publisher[] {
    const { agent, clock, logger } = this.#options;
    const send: PublisherOptions['send'] = (headers, body, onAnswer) => agent.publish(headers, body, onAnswer);
    return [
      new Publisher({ event: 'dialog', type: dialogInfoType, describe: (version) => dialogInfoOf(this.#calls, uri, version), send, clock, logger }),
      new Publisher({ event: 'presence', type: pidfType, describe: () => pidfOf(this.#own, uri), send, clock, logger }),
    ];
  }
}
