import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { WebSocket, type ClientOptions } from 'ws';
import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { trustedAuthorities } from './authorities.ts';

export type SipServer = Provisioning['sip']['servers'][number];

export interface WebSocketListener {
  open(): void;
  /** One SIP message, or a keep-alive. */
  message(text: string): void;
  /** Once, also when it never opened. */
  closed(reason: string): void;
}

/** A frozen server answers no ping: noticed after at most twice this. */
const pingMs = 4_000;
const handshakeMs = 5_000;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @returns why this server may not be used, or null. */
export function refuseServer({ url }: SipServer): string | null {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'wss:') return null;
  return loopback.test(hostname) ? null : 'unencrypted SIP is for loopback only';
}

/** One connection to one server (RFC 7118). It is never opened twice. */
export class SipWebSocket {
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  readonly #listener: WebSocketListener;
  readonly #pinned: string | undefined;
  #timer: Scheduled | null = null;
  #heard = true;
  #reason = '';
  #isOver = false;

  constructor(server: SipServer, clock: Clock, listener: WebSocketListener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#pinned = server.fingerprint;
    this.#socket = new WebSocket(server.url, 'sip', socketOptions(server));
    this.#socket.on('upgrade', (response) => this.#onUpgrade(response));
    this.#socket.on('open', () => this.#onOpen());
    this.#socket.on('pong', () => (this.#heard = true));
    this.#socket.on('message', (data) => {
      this.#heard = true;
      if (!this.#isOver) listener.message(textOf(data));
    });
    // Without a listener a refused connection would be an uncaught exception in main.
    this.#socket.on('error', (error) => (this.#reason ||= error.message));
    this.#socket.on('close', (code, reason) => this.#over(this.#reason || reason.toString() || `closed (${code})`));
  }

  send(message: string): boolean {
    if (this.#isOver || this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(message);
    return true;
  }

  /** Closes in order; the listener hears nothing more. */
  close(): void {
    this.#isOver = true;
    this.#timer?.cancel();
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close(1000);
    else this.#socket.terminate();
  }

  /** Gives the connection up: the other side does not answer. */
  abandon(reason: string): void {
    this.#socket.terminate();
    this.#over(reason);
  }

  #onUpgrade(response: IncomingMessage): void {
    if (this.#pinned === undefined) return;
    const { socket } = response;
    const fingerprint = socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : '';
    if (fingerprint !== this.#pinned) this.abandon('the certificate is not the pinned one');
  }

  #onOpen(): void {
    if (this.#isOver) return;
    this.#beat();
    this.#listener.open();
  }

  #beat(): void {
    this.#heard = false;
    this.#socket.ping();
    this.#timer = this.#clock.schedule(pingMs, () => {
      if (this.#heard) this.#beat();
      else this.abandon('the server does not answer');
    });
  }

  #over(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timer?.cancel();
    this.#listener.closed(reason);
  }
}

function socketOptions(server: SipServer): ClientOptions {
  const options: ClientOptions = { perMessageDeflate: false, handshakeTimeout: handshakeMs, maxPayload: 1 << 20 };
  if (!server.url.startsWith('wss:')) return options;
  // A pinned certificate is compared before the first SIP message; its issuer does not matter then.
  return server.fingerprint === undefined ? { ...options, ca: [...trustedAuthorities()] } : { ...options, rejectUnauthorized: false };
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}
