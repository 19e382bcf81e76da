import type { CallEvent } from '#shared/domain/call-machine.ts';
import type { HoldState } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { IceState } from '#shared/ipc/audio-list.ts';
import { CallSound, type SoundFact } from '../media/call-sound.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import type { Session } from './jssip.ts';
import { MediaWatch } from './media-watch.ts';
import { Negotiator } from './negotiator.ts';
import { renegotiate } from './renegotiation.ts';

export interface CallMediaOptions {
  readonly session: () => Session;
  readonly ownsCallId: boolean;
  /** Registered, and the dialog confirmed: a request inside it can leave. */
  readonly canSignal: () => boolean;
  readonly isOnline: () => boolean;
  readonly report: (event: CallEvent) => void;
  readonly onLevels: (levels: { readonly microphone: number; readonly speaker: number }) => void;
  readonly onSound: (fact: SoundFact) => void;
  /** The media has to be laid anew, on another slot: the audio window died, or nothing less has helped. */
  readonly onLost: () => void;
  /** Nobody is at the other end any more. */
  readonly onHopeless: () => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

const pathMs = 1_000;
const maxPathless = 4;

/** The media of one call, from the moment it was committed: what may pass, what is agreed, whether it flows. */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #negotiator: Negotiator;
  readonly #sound: CallSound;
  #connection: PeerConnection;
  #watch: MediaWatch | null = null;
  #muted = false;
  #hold: HoldState = 'off';
  #heldByRemote = false;
  /** ICE restarts in a row that found no path. */
  #pathless = 0;

  constructor(connection: PeerConnection, options: CallMediaOptions) {
    this.#options = options;
    this.#connection = connection;
    this.#sound = new CallSound({ onLevel: (level) => options.report({ type: 'quality', level }), onFact: options.onSound });
    this.#negotiator = new Negotiator({
      ...options,
      renegotiate: (what) => this.#renegotiate(what),
      canRun: () => this.#watch !== null && this.#connection.slot.isOpen && options.canSignal(),
      onHold: (hold) => this.#onHold(hold),
      // With media flowing it is a proxy that forgot, not the other party.
      onGone: () => this.#watch?.media === 'restoring' && options.onHopeless(),
    });
    this.#attach();
  }

  get connection(): PeerConnection {
    return this.#connection;
  }

  /** False only once the microphone was refused: until it has opened the best is assumed. */
  get hasMicrophone(): boolean {
    const { microphone } = this.#connection.slot;
    return microphone === null || microphone === 'open';
  }

  get isFlowing(): boolean {
    return this.#watch?.media === 'flowing';
  }

  /** Something has been received within the last seconds, expected or not. */
  get isHeard(): boolean {
    return this.#watch?.isHeard === true;
  }

  /** A request inside the dialog can leave. */
  get canSignal(): boolean {
    return this.#options.canSignal();
  }

  get held(): boolean {
    return this.#negotiator.held;
  }

  /** What may pass now. The microphone is cut from the wish to hold until the end of it is agreed. */
  get gate(): { readonly microphone: boolean; readonly speaker: boolean } {
    return { microphone: !this.#muted && this.#hold === 'off', speaker: this.#hold !== 'on' };
  }

  /** An offer of ours is under way. */
  get isNegotiating(): boolean {
    return this.#negotiator.isRunning;
  }

  /** The dialog is established: media has to flow from now on. */
  onEstablished(): void {
    this.#watch = new MediaWatch({
      clock: this.#options.clock,
      onMedia: (media) => {
        this.#options.logger.info({ media }, media === 'flowing' ? 'the sound of a call is back' : 'the sound of a call stays away');
        this.#options.report({ type: 'media', media });
      },
      onRepair: (attempt) => this.#repair(attempt),
      canRepair: this.#options.canSignal,
      seemsGone: (since) => this.#options.isOnline() && !(this.#hasPath && this.#negotiator.agreedAt > since),
      onHopeless: this.#options.onHopeless,
    });
    this.#expect();
    if (!this.#connection.slot.isOpen) this.#onLost();
  }

  /** Cuts or opens the microphone of this call alone. */
  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#gate();
  }

  /** @throws {BalieError} like {@link Negotiator.setHeld}. */
  setHeld(held: boolean): Promise<void> {
    return this.#negotiator.setHeld(held);
  }

  get isHeldByRemote(): boolean {
    return this.#heldByRemote;
  }

  onHeldByRemote(held: boolean): void {
    this.#heldByRemote = held;
    this.#expect();
  }

  async sendDigits(digits: string): Promise<void> {
    await this.#connection.slot.digits(digits);
  }

  /** After an outage: does the dialog still stand, and does the path? */
  verify({ iceRestart }: { readonly iceRestart: boolean }): void {
    this.#negotiator.verify({ iceRestart });
  }

  /** The machine's network has changed: whether this call still has its path shows soon. */
  onNetwork(): void {
    this.#watch?.onNetwork();
  }

  /** Nobody is at the other end any more. */
  giveUp(): void {
    this.#options.onHopeless();
  }

  /** Signalling has become possible. */
  poke(): void {
    this.#negotiator.poke();
  }

  /** A new audio window is up: the same dialog, laid anew on another slot. */
  renewSlot(slot: PeerConnection['slot']): void {
    this.#connection.replaceSlot(slot);
    this.#attach();
    this.#negotiator.verify({ iceRestart: false });
  }

  /** A new dialog with a connection of its own took the place of the former one. */
  replace(connection: PeerConnection, held: boolean): void {
    this.#connection.slot.listen({});
    this.#connection = connection;
    this.#attach();
    this.#negotiator.onReplaced(held);
  }

  /** The call has ended: how it sounded. */
  conclude(): void {
    this.#sound.end();
  }

  close(): void {
    this.#watch?.close();
    this.#negotiator.close();
    this.#connection.slot.listen({});
    this.#connection.close();
  }

  async #renegotiate(what: { readonly held: boolean; readonly iceRestart: boolean }): Promise<void> {
    const connection = this.#connection;
    const before = connection.remoteFingerprint;
    await renegotiate(this.#options.session(), connection, { ...what, clock: this.#options.clock });
    // Other keys on a connection that was broken: a relay was restarted. A new connection has them at once, the old one after seconds or never.
    const rekeyed = before !== null && connection.remoteFingerprint !== before;
    if (!what.iceRestart || !connection.slot.isOpen) return;
    if (rekeyed) this.#onLost();
    else this.#expectPath(connection);
  }

  /**
   * An ICE restart leads to a path within a second or not at all: two sides that both want to be in control, and both give
   * way at once (RFC 8445 section 7.3.1.1), can go on so for ever. It is then tried again.
   */
  #expectPath(connection: PeerConnection): void {
    this.#options.clock.schedule(pathMs, () => {
      if (connection !== this.#connection || this.#watch === null || !connection.slot.isOpen || connection.slot.ice !== 'checking' || ++this.#pathless > maxPathless) return;
      this.#options.logger.warn({}, 'an ICE restart found no path; it is made again');
      this.#negotiator.verify({ iceRestart: true });
    });
  }

  #attach(): void {
    const { slot } = this.#connection;
    if (slot.microphone !== null) this.#options.report({ type: 'microphone', open: slot.microphone === 'open' });
    slot.listen({
      ice: (state) => this.#onIce(state),
      microphone: (state) => this.#options.report({ type: 'microphone', open: state === 'open' }),
      meter: ({ microphone, speaker, packetsReceived }) => {
        this.#watch?.onPackets(packetsReceived);
        this.#options.onLevels({ microphone, speaker });
      },
      // Before the answer it is ringback or an announcement.
      quality: (second) => this.#watch !== null && this.#sound.onSecond(second),
      voice: (voice) => this.#watch !== null && this.#sound.onVoice(voice),
      lost: () => this.#onLost(),
    });
    this.#gate();
    this.#options.onSound({ type: 'slot', slot });
  }

  /**
   * After a change of network an ICE restart is enough; a relay that was restarted has lost the keys
   * too, and takes a new connection. With a path that stands it is the other side that says nothing: it is asked now and
   * then whether it is there.
   */
  #repair(attempt: number): void {
    if (attempt === 1) this.#negotiator.verify({ iceRestart: true });
    else if (this.#hasPath) this.#negotiator.verify({ iceRestart: false });
    else this.#options.onLost();
  }

  #onIce(state: IceState): void {
    if (state === 'connected' || state === 'completed') this.#pathless = 0;
    else if (state === 'disconnected' || state === 'failed') this.#watch?.onPathBroken();
  }

  get #hasPath(): boolean {
    const { ice } = this.#connection.slot;
    return ice === 'connected' || ice === 'completed';
  }

  #onLost(): void {
    if (this.#watch === null) return;
    this.#watch.onSlotLost();
    this.#sound.onSlotLost();
    this.#options.onLost();
  }

  #onHold(hold: HoldState): void {
    if (hold === this.#hold) return;
    this.#hold = hold;
    this.#connection.held = hold === 'on' || hold === 'holding';
    this.#gate();
    this.#expect();
    this.#options.report({ type: 'hold', hold });
  }

  #gate(): void {
    this.#connection.slot.gate(this.gate);
  }

  #expect(): void {
    const isTalk = this.#hold === 'off' && !this.#heldByRemote;
    this.#watch?.expect(isTalk);
    this.#sound.setTalk(isTalk);
  }
}
