import type { Codec } from '#shared/contract/session.ts';
import type { RelayState } from '#shared/domain/snapshot.ts';
import type { HeldCandidate, IceConfig, IceState, RtpSecond, SlotMicrophone } from '#shared/ipc/audio-list.ts';
import { borrowMicrophone, returnMicrophone } from './capture.ts';
import { closeSettled } from './close-settled.ts';
import { preferCodecs } from './codecs.ts';
import { sendDigits } from './digits.ts';
import { gathered } from './gathering.ts';
import { IcePath } from './ice-path.ts';
import type { Reading } from './meter.ts';
import { microphoneFailure } from './microphone.ts';
import { pathSettled } from './path-settled.ts';
import { Playback } from './playback.ts';
import { watchRelay } from './relay-watch.ts';
import { SlotMeter } from './slot-meter.ts';
import { SlotSources } from './slot-sources.ts';
import type { VoiceState } from './voice-name.ts';
import { watchVoice } from './voice-watch.ts';

export interface SlotListener {
  ice(state: IceState): void;
  microphone(state: SlotMicrophone): void;
  relay(state: RelayState): void;
  meter(reading: Reading): void;
  quality(second: Omit<RtpSecond, 'slot'>): void;
  voice(voice: VoiceState): void;
  defect(message: string): void;
}

/** An answer is told before its path is laid; one that has not come up by then carries no digits. */
const pathMs = 4_000;
/** Opening an audio graph takes time that the handshake of an answer needs. */
const voiceAfterMs = 1_000;

/**
 * One peer connection with its microphone and its playback. It negotiates without a microphone, which
 * comes in by replacing the sender's empty track and needs no negotiation: for an offer that waits in
 * the pool when the call is committed; for an answer while it rings, because opening a device takes
 * 20 ms here and a second with a Bluetooth headset. Until the commit that microphone is disabled, and
 * without candidates there is no path on which anything could leave.
 */
export class Slot {
  /** Both sides of this slot, for who listens in. */
  readonly sources = new SlotSources();
  readonly #connection: RTCPeerConnection;
  readonly #listener: SlotListener;
  readonly #codecs: readonly Codec[];
  readonly #capMs: number;
  readonly #relayOnly: boolean;
  readonly #path: IcePath;
  readonly #playback = new Playback();
  readonly #closed: Promise<never>;
  #refuseWaiting: (reason: Error) => void = () => undefined;
  #microphone: MediaStreamTrack | null = null;
  #mix: MediaStreamTrack | null = null;
  #opening: Promise<void> | null = null;
  #isCommitted = false;
  #microphoneGate = true;
  #directionBefore: RTCRtpTransceiverDirection = 'sendrecv';
  #isClosed = false;
  readonly #meter: SlotMeter;
  #voiceTimer: ReturnType<typeof setTimeout> | null = null;
  #stopVoice: () => void = () => undefined;

  constructor(ice: IceConfig, codecs: readonly Codec[], listener: SlotListener) {
    this.#listener = listener;
    this.#codecs = codecs;
    this.#capMs = ice.gatheringCapMs;
    this.#relayOnly = ice.relayOnly;
    this.#connection = new RTCPeerConnection({
      iceServers: ice.servers.map(({ urls, username, credential }) => ({ urls, ...(username === undefined ? {} : { username }), ...(credential === undefined ? {} : { credential }) })),
      iceTransportPolicy: ice.relayOnly ? 'relay' : 'all',
    });
    this.#meter = new SlotMeter(this.#connection, () => this.#microphoneGate, listener);
    this.#closed = new Promise((_resolve, reject) => (this.#refuseWaiting = reject));
    this.#closed.catch(() => undefined);
    this.#path = new IcePath(this.#connection, (state) => listener.ice(state));
    watchRelay(this.#connection, (state) => listener.relay(state));
    this.#connection.addEventListener('track', ({ track, transceiver }) => {
      if (this.#isClosed || transceiver !== this.#audio()) return;
      this.#playback.play(track, (message) => listener.defect(message));
      this.sources.set('party', track);
    });
  }

  offer(iceRestart: boolean, held: boolean): Promise<string> {
    return this.#orClosed(async () => {
      const transceiver = this.#audio() ?? this.#connection.addTransceiver('audio', { streams: [new MediaStream()] });
      preferCodecs(transceiver, this.#codecs);
      this.#directionBefore = transceiver.direction;
      transceiver.direction = held ? 'sendonly' : 'sendrecv';
      await this.#connection.setLocalDescription(await this.#connection.createOffer({ iceRestart }));
      this.#path.onOffer(iceRestart);
      await this.#attachMicrophone();
      return this.#gathered(iceRestart);
    });
  }

  answer(sdp: string): Promise<string> {
    return this.#orClosed(async () => {
      const first = this.#audio() === undefined;
      await this.#connection.setRemoteDescription({ type: 'offer', sdp });
      const transceiver = this.#audio();
      if (transceiver === undefined) throw new DOMException('the offer has no audio', 'NotSupportedError');
      // A picture, and a second sound, are not taken (RFC 3264 section 6.1): the last of them would be played in place of the conversation.
      for (const other of this.#connection.getTransceivers()) if (other !== transceiver) other.direction = 'inactive';
      // A transceiver that an offer made is receive-only and nameless until told otherwise.
      if (first) {
        transceiver.direction = 'sendrecv';
        transceiver.sender.setStreams(new MediaStream());
      }
      preferCodecs(transceiver, this.#codecs);
      await this.#connection.setLocalDescription(await this.#connection.createAnswer());
      if (first) this.#openMicrophone();
      else await this.#attachMicrophone();
      return this.#gathered(false);
    });
  }

  accept(sdp: string): Promise<void> {
    return this.#orClosed(async () => {
      await this.#connection.setRemoteDescription({ type: 'answer', sdp });
      this.#path.onAnswer();
    });
  }

  async rollback(): Promise<void> {
    if (this.#connection.signalingState !== 'have-local-offer') return;
    await this.#orClosed(() => this.#connection.setLocalDescription({ type: 'rollback' }));
    // A rollback leaves the direction that was asked for; the next answer would have it.
    const transceiver = this.#audio();
    if (transceiver !== undefined) transceiver.direction = this.#directionBefore;
  }

  commit(candidates: readonly HeldCandidate[]): void {
    for (const candidate of candidates) {
      // One that this side cannot use (mDNS, IPv6 without a route) must not keep out the others.
      this.#connection.addIceCandidate(candidate).catch((error: unknown) => this.#listener.defect(`candidate: ${String(error)}`));
    }
    this.#isCommitted = true;
    this.#meter.start();
    this.#voiceTimer ??= setTimeout(() => this.#watchVoice(), voiceAfterMs);
    this.#openMicrophone();
    this.#enableMicrophone();
  }

  gate(microphone: boolean, speaker: boolean): void {
    this.#microphoneGate = microphone;
    this.#enableMicrophone();
    this.#playback.setAudible(speaker);
  }

  /** Sends this instead of the microphone; null: the microphone again. Nothing is negotiated for it. */
  async sendInstead(mix: MediaStreamTrack | null): Promise<void> {
    this.#mix = mix;
    if (!this.#isClosed) await this.#orClosed(() => this.#attachMicrophone());
  }

  async digits(digits: string): Promise<void> {
    // Chromium takes digits for a path that stands and a track that is sent.
    await this.#orClosed(() => Promise.all([pathSettled(this.#connection, pathMs), this.#opening]));
    const sender = this.#audio()?.sender;
    if (sender === undefined) throw new DOMException('nothing is negotiated', 'InvalidStateError');
    sendDigits(sender, digits);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#meter.close();
    if (this.#voiceTimer !== null) clearTimeout(this.#voiceTimer);
    this.#stopVoice();
    this.#refuseWaiting(new DOMException('the slot was closed', 'AbortError'));
    this.#playback.close();
    this.sources.clear();
    if (this.#microphone !== null) returnMicrophone(this.#microphone);
    this.#microphone = null;
    // Without the commit there is no path on the way.
    if (this.#isCommitted) closeSettled(this.#connection);
    else this.#connection.close();
  }

  #gathered(restart: boolean): Promise<string> {
    return gathered(this.#connection, { capMs: this.#capMs, restart, relayOnly: this.#relayOnly });
  }

  #audio(): RTCRtpTransceiver | undefined {
    return this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
  }

  /** The promises of a closed peer connection never settle: every wait is raced against closing. */
  #orClosed<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([work(), this.#closed]);
  }

  #enableMicrophone(): void {
    if (this.#microphone !== null) this.#microphone.enabled = this.#isCommitted && this.#microphoneGate;
  }

  /** What was refused while it rang is asked for once more by the commit. */
  #openMicrophone(): void {
    if (this.#microphone !== null || this.#opening !== null) return;
    this.#opening = this.#borrowMicrophone().finally(() => (this.#opening = null));
  }

  async #borrowMicrophone(): Promise<void> {
    try {
      const track = await borrowMicrophone({ replaced: (next) => this.#useMicrophone(next), lost: () => this.#listener.microphone('failed') });
      if (this.#isClosed) {
        returnMicrophone(track);
        return;
      }
      await this.#useMicrophone(track);
    } catch (error) {
      if (!this.#isClosed) this.#listener.microphone(microphoneFailure(error));
    }
  }

  /** The first one, or another device in its place: nothing is negotiated for it. */
  async #useMicrophone(track: MediaStreamTrack): Promise<void> {
    this.#microphone = track;
    this.#enableMicrophone();
    this.sources.set('operator', track);
    await this.#orClosed(() => this.#attachMicrophone());
    this.#listener.microphone('open');
  }

  /** Whichever comes last, the microphone or the transceiver, brings the two together. */
  async #attachMicrophone(): Promise<void> {
    const sender = this.#audio()?.sender;
    const track = this.#mix ?? this.#microphone;
    if (sender !== undefined && sender.track !== track) await sender.replaceTrack(track);
  }

  #watchVoice(): void {
    this.#stopVoice = watchVoice(this.sources, {
      voice: (voice) => this.#listener.voice(voice),
      levels: (levels) => this.#meter.hear(levels),
      defect: (message) => this.#listener.defect(message),
    });
  }
}
