import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { queueNumbers } from '../sample/centre.ts';
import { CallAudio } from './call-audio.ts';
import { CallLeg } from './call-leg.ts';
import { Conversation } from './conversation.ts';
import { frameMs, loudness } from './g711.ts';
import type { Persona } from './personas.ts';
import { loadVoice } from './voice-clips.ts';

/** Header of the INVITE whose value is the queue's key. */
export const queueHeader = 'X-Queue';

export type CallOutcome = 'talked' | 'unanswered' | 'refused';

export interface CallerOptions {
  readonly exchange: Exchange;
  readonly persona: Persona;
  /** The operator's SIP user. */
  readonly user: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

/** How long a caller lets it ring. */
const ringMs = 30_000;
/** No packet for so long, and an operator who is not registered: nobody is there any more. */
const deadMs = 15_000;
/** Requests that cross our BYE are still answered. */
const lingerMs = 3_000;
/** A machine that stood still does not send what it missed. */
const catchUpMs = 200;

/** One practice call from the first ring to the end. */
export class Caller {
  readonly #options: CallerOptions;
  readonly #conversation: Conversation;
  readonly #leg: CallLeg;
  readonly #settled = Promise.withResolvers<CallOutcome>();
  #timer: Scheduled | null = null;
  #talking = false;
  #held = false;
  #lastPacketAt = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
    const { persona, exchange, user, random, logger } = options;
    this.#conversation = new Conversation(persona, loadVoice(persona.key), random);
    this.#leg = new CallLeg({
      exchange,
      user,
      from: persona,
      dialled: queueNumbers[persona.queue],
      headers: [{ name: queueHeader, value: persona.queue }],
      newAudio: () => new CallAudio((payload) => this.#onPacket(payload), random),
      logger,
      onRinging: () => undefined,
      onAnswered: () => this.#onAnswered(),
      onHeld: (held) => this.#onHeld(held),
      onEnded: (status) => this.#onEnded(status),
    });
  }

  /** Rings, talks, and resolves when the call is over. */
  async call(): Promise<CallOutcome> {
    this.#timer = this.#options.clock.schedule(ringMs, () => this.#leg.hangUp());
    await this.#leg.invite();
    return await this.#settled.promise;
  }

  hangUp(): void {
    this.#leg.hangUp();
  }

  #onPacket(payload: Uint8Array): void {
    this.#lastPacketAt = this.#options.clock.monotonic();
    this.#conversation.hear(loudness(payload));
  }

  #onAnswered(): void {
    this.#timer?.cancel();
    this.#talking = true;
    this.#lastPacketAt = this.#options.clock.monotonic();
    this.#tick(this.#lastPacketAt);
  }

  #onHeld(held: boolean): void {
    this.#held = held;
    this.#lastPacketAt = this.#options.clock.monotonic();
    this.#conversation.setHeld(held);
  }

  /** @param due when this step should have run: late timers do not slow the speech down. */
  #tick(due: number): void {
    const { clock } = this.#options;
    this.#leg.audio.write(this.#conversation.step());
    if (this.#conversation.ended || this.#isDead()) {
      this.#leg.hangUp();
      return;
    }
    const now = clock.monotonic();
    const next = now - due > catchUpMs ? now + frameMs : due + frameMs;
    this.#timer = clock.schedule(Math.max(0, next - now), () => this.#tick(next));
  }

  #isDead(): boolean {
    const { clock, exchange, user } = this.#options;
    return !this.#held && clock.monotonic() - this.#lastPacketAt > deadMs && !exchange.isRegistered(user);
  }

  #onEnded(status: number | null): void {
    this.#timer?.cancel();
    this.#options.clock.schedule(lingerMs, () => this.#leg.detach());
    if (this.#talking) this.#settled.resolve('talked');
    // 487 follows our own CANCEL, 408 and 480 mean that nobody took it.
    else this.#settled.resolve(status === null || status === 487 || status === 408 || status === 480 ? 'unanswered' : 'refused');
  }
}
