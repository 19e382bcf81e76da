import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Codec } from '#shared/contract/session.ts';
import type { AudioContract, HeldCandidate, IceConfig, IceState, RtpSecond, SlotMicrophone } from '#shared/ipc/audio-list.ts';
import type { CallInput, CallName, CallOutput, EventPayload } from '#shared/ipc/contract.ts';
import type { AudioLink } from './audio-link.ts';

export type Meter = EventPayload<AudioContract, 'slot.meter'>;

export type Voice = EventPayload<AudioContract, 'slot.voice'>;

export interface SlotListener {
  ice?(state: IceState): void;
  microphone?(state: SlotMicrophone): void;
  meter?(meter: Meter): void;
  quality?(second: RtpSecond): void;
  voice?(voice: Voice): void;
  /** The audio window died: this slot is worth nothing any more. */
  lost?(): void;
}

/**
 * Main's half of one media slot. A slot belongs to one audio window: when that dies the slot is
 * `lost` for good, and whatever needs media takes a new one.
 */
export class MediaSlot {
  readonly id: number;
  readonly #link: AudioLink;
  readonly #logger: Logger;
  readonly #onClose: (slot: MediaSlot) => void;
  #listener: SlotListener = {};
  #state: 'open' | 'lost' | 'closed' = 'open';
  #ice: IceState = 'new';
  #microphone: SlotMicrophone | null = null;

  constructor(id: number, link: AudioLink, logger: Logger, onClose: (slot: MediaSlot) => void) {
    this.id = id;
    this.#link = link;
    this.#logger = logger;
    this.#onClose = onClose;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get ice(): IceState {
    return this.#ice;
  }

  /** Null until the microphone was opened or refused. */
  get microphone(): SlotMicrophone | null {
    return this.#microphone;
  }

  /** One listener at a time: a slot has one owner. */
  listen(listener: SlotListener): void {
    this.#listener = listener;
  }

  open(ice: IceConfig, codecs: readonly Codec[]): void {
    this.#tell('slot.open', { slot: this.id, ice, codecs: [...codecs] });
  }

  async offer(options: { readonly iceRestart: boolean; readonly held: boolean }): Promise<string> {
    return (await this.#call('slot.offer', { slot: this.id, ...options })).sdp;
  }

  async answer(sdp: string): Promise<string> {
    return (await this.#call('slot.answer', { slot: this.id, sdp })).sdp;
  }

  async accept(sdp: string): Promise<void> {
    await this.#call('slot.accept', { slot: this.id, sdp });
  }

  async rollback(): Promise<void> {
    await this.#call('slot.rollback', { slot: this.id });
  }

  commit(candidates: readonly HeldCandidate[]): void {
    this.#tell('slot.commit', { slot: this.id, candidates: [...candidates] });
  }

  gate(open: { readonly microphone: boolean; readonly speaker: boolean }): void {
    this.#tell('slot.gate', { slot: this.id, ...open });
  }

  async digits(digits: string): Promise<void> {
    await this.#call('slot.digits', { slot: this.id, digits });
  }

  close(): void {
    if (this.#state === 'closed') return;
    const wasOpen = this.#state === 'open';
    if (wasOpen) this.#tell('slot.close', { slot: this.id });
    this.#state = 'closed';
    this.#onClose(this);
  }

  /** From the registry alone. */
  onIce(state: IceState): void {
    this.#ice = state;
    this.#listener.ice?.(state);
  }

  /** From the registry alone. */
  onMicrophone(state: SlotMicrophone): void {
    this.#microphone = state;
    this.#listener.microphone?.(state);
  }

  /** From the registry alone. */
  onMeter(meter: Meter): void {
    this.#listener.meter?.(meter);
  }

  /** From the registry alone. */
  onQuality(second: RtpSecond): void {
    this.#listener.quality?.(second);
  }

  /** From the registry alone. */
  onVoice(voice: Voice): void {
    this.#listener.voice?.(voice);
  }

  /** From the registry alone. */
  onLost(): void {
    if (this.#state !== 'open') return;
    this.#state = 'lost';
    this.#listener.lost?.();
  }

  #call<N extends CallName<AudioContract>>(name: N, input: CallInput<AudioContract, N>): Promise<CallOutput<AudioContract, N>> {
    if (this.#state !== 'open') return Promise.reject(new BalieError('media.window-down', `media slot ${this.id} is ${this.#state}`));
    return this.#link.call(name, input, { timeoutMs: 10_000 });
  }

  /** For what has no answer worth waiting for. A window that died says so by itself. */
  #tell<N extends CallName<AudioContract>>(name: N, input: CallInput<AudioContract, N>): void {
    this.#call(name, input).catch((error: unknown) => {
      if (!(error instanceof BalieError && error.code === 'media.window-down')) this.#logger.warn({ slot: this.id, name, err: error }, 'the audio window refused');
    });
  }
}
