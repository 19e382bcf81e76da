import type { Clock } from '#shared/domain/clock.ts';
import type { Voicemail } from '#shared/domain/presence.ts';
import type { Agent } from '../jssip.ts';
import { readMessageSummary } from './message-summary.ts';
import { Subscription } from './subscription.ts';

interface VoicemailWatchOptions {
  readonly agent: Agent;
  /** The account's own address. */
  readonly uri: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onChange: (voicemail: Voicemail) => void;
}

/** How many messages wait (RFC 3842): subscribed to, or told unasked, as some exchanges do. */
export class VoicemailWatch {
  readonly #options: VoicemailWatchOptions;
  readonly #subscription: Subscription;
  #last = '';

  constructor(options: VoicemailWatchOptions) {
    this.#options = options;
    const { agent, uri, clock, random } = options;
    this.#subscription = new Subscription({
      agent,
      target: uri,
      package: { event: 'message-summary', accept: 'application/simple-message-summary' },
      clock,
      random,
      onBegin: () => undefined,
      onNotify: (body) => this.take(body),
      // What waited still waits: only an exchange that refuses to tell makes it unknown.
      onEnd: (refusal) => refusal !== null && this.#set(null),
    });
  }

  onRegistered(): void {
    this.#subscription.begin();
  }

  onDisconnected(): void {
    this.#subscription.lose();
  }

  close(): void {
    this.#subscription.end();
  }

  /** A summary, however it came. */
  take(body: string): void {
    const voicemail = readMessageSummary(body);
    if (voicemail !== null) this.#set(voicemail);
  }

  #set(voicemail: Voicemail): void {
    const said = JSON.stringify(voicemail);
    if (said === this.#last) return;
    this.#last = said;
    this.#options.onChange(voicemail);
  }
}
