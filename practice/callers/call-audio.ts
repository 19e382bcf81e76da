import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket, usePCMU } from 'werift';
import { frameSamples } from './g711.ts';

const pcmuType = 0;
const eventType = 101;

/** DTMF (RFC 4733): agreed, so that the operator's keys go out; the callers do not listen to them. */
const telephoneEvent = new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 8_000, payloadType: eventType });

/** The caller's half of the media: ICE, DTLS and SRTP on this machine, G.711 so that no codec is needed. */
export class CallAudio {
  readonly #connection: RTCPeerConnection;
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  #sequence: number;
  #timestamp: number;
  #pausedBefore = true;
  #remoteDirection = 'sendrecv';

  /**
   * @param onFrame hears every G.711 payload that arrives.
   * @param random picks where sequence numbers and timestamps begin (RFC 3550 section 5.1).
   */
  constructor(onFrame: (payload: Uint8Array) => void, random: () => number) {
    this.#sequence = Math.floor(random() * 0x8000);
    this.#timestamp = Math.floor(random() * 0x80000000);
    this.#connection = new RTCPeerConnection({
      codecs: { audio: [usePCMU(), telephoneEvent], video: [] },
      iceServers: [],
      // Left out of gathering by default; it is the one address both sides are sure to have.
      iceAdditionalHostAddresses: ['127.0.0.1'],
      iceUseIpv6: false,
      iceUseTcp: false,
    });
    this.#connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ header, payload }) => {
        if (header.payloadType === pcmuType) onFrame(payload);
      });
    });
  }

  /** Whether the other side wants to hear nothing: it holds (RFC 6337 section 5.3). */
  get heldByRemote(): boolean {
    return this.#remoteDirection === 'sendonly' || this.#remoteDirection === 'inactive';
  }

  /** @returns an offer with all its candidates. */
  async offer(): Promise<string> {
    if (this.#connection.getTransceivers().length === 0) this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#local();
  }

  /** Takes the answer to our offer. */
  async accept(sdp: string): Promise<void> {
    this.#remoteDirection = directionOf(sdp);
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
  }

  /** Answers an offer, the first or a later one: hold, resume, or new ICE credentials. */
  async answer(sdp: string): Promise<string> {
    this.#remoteDirection = directionOf(sdp);
    await this.#connection.setRemoteDescription({ type: 'offer', sdp });
    const [transceiver] = this.#connection.getTransceivers();
    if (transceiver === undefined) throw new Error('The offer has no audio');
    if (!transceiver.sender.track) {
      await transceiver.sender.replaceTrack(this.#track);
      transceiver.direction = 'sendrecv';
    }
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return this.#local();
  }

  /** Sends 20 ms; null is a pause in which only time goes on. */
  write(frame: Uint8Array | null): void {
    this.#timestamp = (this.#timestamp + frameSamples) >>> 0;
    if (frame !== null && this.#connection.connectionState === 'connected') {
      this.#sequence = (this.#sequence + 1) & 0xffff;
      const header = new RtpHeader({ payloadType: pcmuType, sequenceNumber: this.#sequence, timestamp: this.#timestamp, marker: this.#pausedBefore });
      this.#track.writeRtp(new RtpPacket(header, Buffer.from(frame)));
    }
    this.#pausedBefore = frame === null;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #local(): string {
    const sdp = this.#connection.localDescription?.sdp;
    if (sdp === undefined) throw new Error('The connection has no description');
    return sdp;
  }
}

/** The direction of the audio in an SDP; at session level it stands for all media (RFC 8866 section 6.7). */
function directionOf(sdp: string): string {
  const audio = sdp.slice(Math.max(0, sdp.indexOf('m=audio')));
  const pattern = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;
  return pattern.exec(audio)?.[1] ?? pattern.exec(sdp)?.[1] ?? 'sendrecv';
}
