import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { Listener } from '../../tests/lab/audio/listener.ts';
import { decodeG711 } from '../../tests/lab/audio/g711.ts';
import { makeTone } from '../../tests/lab/audio/tone.ts';
import { readRtp } from '../../tests/lab/rtp-packet.ts';
import { encodeMuLaw } from './mu-law.ts';
import type { MediaEnd } from './udp-endpoint.ts';

const frameMs = 20;
const samplesPerFrame = 160;
/** One burst of tone begins every so often. */
const periodMs = 700;
const burstMs = 200;
/** Hertz. */
export const callerVoice = 1000;

const burst = makeTone({ hz: callerVoice, rate: 8000, seconds: burstMs / 1000 });
const silence = encodeMuLaw(new Int16Array(samplesPerFrame));

/** A caller who says something short again and again, and listens: PCMU, paced by the clock. */
export class VoiceEnd implements MediaEnd {
  readonly port: number;
  /** What comes from the application, by the time of this process. */
  readonly ear: Listener;
  /** When each burst left, milliseconds since the epoch. */
  readonly spoken: number[] = [];
  readonly #socket: Socket;
  readonly #timer: NodeJS.Timeout;
  #remote: { readonly port: number; readonly address: string } | null = null;
  #sequence = 0;
  readonly #begun = performance.now();

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.port = socket.address().port;
    this.ear = new Listener('the caller');
    socket.on('message', (bytes, from) => {
      this.#remote = from;
      const packet = readRtp(bytes);
      const sound = packet === null ? null : decodeG711(packet.payloadType, packet.payload);
      if (sound !== null) this.ear.push(sound);
    });
    // Timers of Node come late, never early: what is due is sent by the clock, one packet or several.
    this.#timer = setInterval(() => this.#send(), 5);
  }

  static async open(): Promise<VoiceEnd> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new VoiceEnd(socket);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#socket.close();
  }

  #send(): void {
    const due = Math.floor((performance.now() - this.#begun) / frameMs);
    while (this.#sequence < due) {
      const place = (this.#sequence * frameMs) % periodMs;
      const speaking = place < burstMs;
      if (place === 0 && this.#remote !== null) this.spoken.push(performance.timeOrigin + performance.now());
      this.#post(speaking ? encodeMuLaw(burst.subarray((place / frameMs) * samplesPerFrame, (place / frameMs + 1) * samplesPerFrame)) : silence);
      this.#sequence++;
    }
  }

  #post(payload: Buffer): void {
    if (this.#remote === null) return;
    const header = Buffer.alloc(12);
    header.writeUInt8(0x80, 0);
    header.writeUInt16BE(this.#sequence & 0xffff, 2);
    header.writeUInt32BE((this.#sequence * samplesPerFrame) >>> 0, 4);
    header.writeUInt32BE(0x62616c69, 8);
    this.#socket.send(Buffer.concat([header, payload]), this.#remote.port, this.#remote.address);
  }
}
