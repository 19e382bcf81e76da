import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { parseSip, type SipMessage } from './message.ts';

/** A UDP socket of 127.0.0.1 that speaks SIP with one server. Loopback loses nothing, so nothing is sent twice. */
export class UdpEndpoint {
  readonly port: number;
  readonly #socket: Socket;
  readonly #server: number;

  private constructor(socket: Socket, server: number) {
    this.#socket = socket;
    this.#server = server;
    this.port = socket.address().port;
  }

  /** @param port - 0 takes a free one. */
  static async open({ port = 0, server }: { readonly port?: number; readonly server: number }): Promise<UdpEndpoint> {
    return new UdpEndpoint(await bind(port), server);
  }

  onMessage(listener: (message: SipMessage) => void): void {
    this.#socket.on('message', (bytes) => {
      const message = parseSip(bytes.toString('utf8'));
      if (message !== null) listener(message);
    });
  }

  send(text: string): void {
    this.#socket.send(text, this.#server, '127.0.0.1');
  }

  close(): void {
    this.#socket.close();
  }
}

/** Where the sound of a call goes and comes from. */
export interface MediaEnd {
  readonly port: number;
  close(): void;
}

/** The other end's ear and mouth: what comes is sent back, so that audio flows both ways. */
export class Echo implements MediaEnd {
  readonly port: number;
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.port = socket.address().port;
    socket.on('message', (bytes, from) => socket.send(bytes, from.port, from.address));
  }

  static async open(): Promise<Echo> {
    return new Echo(await bind(0));
  }

  close(): void {
    this.#socket.close();
  }
}

async function bind(port: number): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** @returns the direction in which this offer is answered by somebody who agrees to everything (RFC 3264 section 6.1): who is put on hold sends nothing. */
export function agreedDirection(offer: string): Direction {
  if (/^a=inactive\r?$/m.test(offer)) return 'inactive';
  if (/^a=sendonly\r?$/m.test(offer)) return 'recvonly';
  return /^a=recvonly\r?$/m.test(offer) ? 'sendonly' : 'sendrecv';
}

/** @returns the description of a plain telephone: G.711 and telephone events (RFC 4733). */
export function plainSdp(mediaPort: number, direction: Direction = 'sendrecv'): string {
  return ['v=0', 'o=bench 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', `m=audio ${mediaPort} RTP/AVP 0 101`, 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-15', `a=${direction}`, ''].join('\r\n');
}
