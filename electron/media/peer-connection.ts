import { asBalieError } from '#shared/domain/errors.ts';
import type { MediaSlot } from './media-slot.ts';

interface Description {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

/** What was negotiated before JsSIP is told: an offer of ours, or an answer to `offer`. */
export type Prepared = { readonly type: 'offer'; readonly sdp: string } | { readonly type: 'answer'; readonly sdp: string; readonly offer: string };

/**
 * Stands in for RTCPeerConnection where JsSIP looks for one: the real one lives in the audio window,
 * behind a {@link MediaSlot}. It is handed over with its first description already made, so that
 * JsSIP's promises resolve at once and the SIP message leaves in the same turn. Descriptions carry
 * their candidates, hence gathering is always complete. JsSIP never hears of an ICE failure here: to
 * it that is the end of the call, to us the beginning of a repair.
 */
export class PeerConnection {
  #slot: MediaSlot;
  /** Whether offers made on JsSIP's initiative keep the other party on hold. */
  held = false;
  readonly iceGatheringState = 'complete';
  readonly iceConnectionState = 'connected';
  #prepared: Prepared | null;
  #next: Description | null = null;
  #local: Description | null = null;
  #signalingState: RTCSignalingState = 'stable';
  #remoteFingerprint: string | null = null;
  #isSettled = false;

  constructor(slot: MediaSlot, prepared: Prepared) {
    this.#slot = slot;
    this.#prepared = prepared;
  }

  get slot(): MediaSlot {
    return this.#slot;
  }

  /** The other side's DTLS certificate (RFC 8122), as its last description has it. It changes when a media relay was restarted. */
  get remoteFingerprint(): string | null {
    return this.#remoteFingerprint;
  }

  get signalingState(): RTCSignalingState {
    return this.#isSettled && this.#signalingState === 'stable' ? 'have-local-offer' : this.#signalingState;
  }

  /**
   * The answer that follows says nothing new: an early one, or an UPDATE since, has settled it. JsSIP would lay everything
   * anew for it, with a new offer that the other side never sees.
   */
  settle(): void {
    this.#isSettled = true;
  }

  get localDescription(): Description | null {
    return this.#local;
  }

  async createOffer(): Promise<Description> {
    if (this.#prepared?.type === 'offer') {
      this.#next = { type: 'offer', sdp: this.#prepared.sdp };
      this.#prepared = null;
      return this.#next;
    }
    this.#next = { type: 'offer', sdp: await this.#slot.offer({ iceRestart: false, held: this.held }) };
    return this.#next;
  }

  async createAnswer(): Promise<Description> {
    if (this.#next?.type !== 'answer') throw new DOMException('there is no offer to answer', 'InvalidStateError');
    return this.#next;
  }

  async setLocalDescription(description: Description): Promise<void> {
    this.#local = description;
    this.#signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
  }

  /** An offer is answered in the same round trip: what does not fit is refused here, where JsSIP replies 488. */
  async setRemoteDescription({ type, sdp }: Description): Promise<void> {
    if (type === 'answer') {
      const isSettled = this.#isSettled && this.#signalingState === 'stable';
      this.#isSettled = false;
      if (isSettled) return;
      await this.#acceptOrLater(sdp);
      this.#signalingState = 'stable';
      return;
    }
    this.#remoteFingerprint = fingerprintOf(sdp);
    const prepared = this.#prepared;
    this.#prepared = null;
    const answer = prepared?.type === 'answer' && prepared.offer === sdp ? prepared.sdp : await this.#slot.answer(sdp);
    this.#next = { type: 'answer', sdp: answer };
    this.#signalingState = 'have-remote-offer';
  }

  /** Takes the answer to an offer that was made past JsSIP. */
  async accept(answer: string): Promise<void> {
    await this.#slot.accept(answer);
    this.#remoteFingerprint = fingerprintOf(answer);
  }

  /** The audio window died and a new one is up: the dialog goes on with another slot, which has yet to be negotiated. */
  replaceSlot(slot: MediaSlot): void {
    this.#slot.close();
    this.#slot = slot;
    this.#prepared = null;
    this.#signalingState = 'stable';
  }

  /** Mute, hold and digits go to the slot; JsSIP finds no sender to meddle with. */
  getSenders(): readonly never[] {
    return [];
  }

  addEventListener(): void {
    // JsSIP listens for candidates and for ICE failures only: neither happens here.
  }

  removeEventListener(): void {
    // See addEventListener.
  }

  close(): void {
    this.#signalingState = 'closed';
    this.#slot.close();
  }

  /** The other side has answered: that the window died meanwhile is mended afterwards, inside the dialog. */
  async #acceptOrLater(sdp: string): Promise<void> {
    if (!this.#slot.isOpen) return;
    try {
      await this.accept(sdp);
    } catch (error) {
      if (asBalieError(error).code !== 'media.window-down') throw error;
    }
  }
}

function fingerprintOf(sdp: string): string | null {
  return /^a=fingerprint:(.*)$/m.exec(sdp)?.[1]?.trim() ?? null;
}
