import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { WebSocket, type ClientOptions } from 'ws';
import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { trustedAuthorities } from './authorities.ts';
import { troubleOf, troubleOfAnswer, type Closing } from './socket-trouble.ts';

export type SipServer = Provisioning['sip']['servers'][number];

export interface WebSocketListener {
  open(): void;
  /** One SIP message, or a keep-alive. */
  message(text: string): void;
  /** Once, also when it never opened. */
  closed(closing: Closing): void;
}

/** A frozen server answers no ping: noticed after at most twice this. */
const pingMs = 4_000;
/** From the name to the WebSocket: DNS, TCP, TLS and the upgrade together. */
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
  #timer: Scheduled;
  #heard = true;
  #closing: Closing | null = null;
  #isOver = false;
  #localAddress: string | null = null;

  constructor(server: SipServer, clock: Clock, listener: WebSocketListener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#pinned = server.fingerprint;
    this.#timer = clock.schedule(handshakeMs, () => this.abandon({ reason: 'no connection in time', trouble: 'silent' }));
    this.#socket = new WebSocket(server.url, 'sip', socketOptions(server));
    this.#socket.on('upgrade', (response) => this.#onUpgrade(response));
    this.#socket.on('unexpected-response', (_request, { statusCode = 0 }) => this.abandon({ reason: `the WebSocket was answered with ${statusCode}`, trouble: troubleOfAnswer(statusCode) }));
    this.#socket.on('open', () => this.#onOpen());
    this.#socket.on('pong', () => (this.#heard = true));
    this.#socket.on('message', (data) => {
      this.#heard = true;
      if (!this.#isOver) listener.message(textOf(data));
    });
    // Without a listener a refused connection would be an uncaught exception in main.
    this.#socket.on('error', (error) => (this.#closing ??= { reason: error.message, trouble: troubleOf(error) }));
    this.#socket.on('close', (code, reason) => this.#over(this.#closing ?? { reason: reason.toString() || `closed (${code})`, trouble: 'unreachable' }));
  }

  /** The address of this machine that the connection goes out from; null until it stands. */
  get localAddress(): string | null {
    return this.#localAddress;
  }

  send(message: string): boolean {
    if (this.#isOver || this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(message);
    return true;
  }

  /** Closes in order; the listener hears nothing more. */
  close(): void {
    this.#isOver = true;
    this.#timer.cancel();
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close(1000);
    else this.#socket.terminate();
  }

  /** Gives the connection up: the other side does not answer, or there is no way to it any more. */
  abandon(closing: Closing): void {
    this.#socket.terminate();
    this.#over(closing);
  }

  /** Asks at once whether the other side is still there, and gives it up when it does not answer within `withinMs`. */
  probe(withinMs: number): void {
    if (this.#isOver || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#timer.cancel();
    this.#beat(withinMs);
  }

  #onUpgrade(response: IncomingMessage): void {
    const { socket } = response;
    this.#localAddress = socket.localAddress?.replace(/^::ffff:/, '') ?? null;
    if (this.#pinned === undefined) return;
    const fingerprint = socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : '';
    if (fingerprint !== this.#pinned) this.abandon({ reason: 'the certificate is not the pinned one', trouble: 'certificate' });
  }

  #onOpen(): void {
    if (this.#isOver) return;
    this.#timer.cancel();
    this.#beat(pingMs);
    this.#listener.open();
  }

  #beat(withinMs: number): void {
    this.#heard = false;
    this.#socket.ping();
    this.#timer = this.#clock.schedule(withinMs, () => {
      if (this.#heard) this.#beat(pingMs);
      else this.abandon({ reason: 'the server does not answer', trouble: 'silent' });
    });
  }

  #over(closing: Closing): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timer.cancel();
    this.#listener.closed(closing);
  }
}

function socketOptions(server: SipServer): ClientOptions {
  const options: ClientOptions = { perMessageDeflate: false, maxPayload: 1 << 20 };
  if (!server.url.startsWith('wss:')) return options;
  // A pinned certificate is compared before the first SIP message; its issuer does not matter then.
  return server.fingerprint === undefined ? { ...options, ca: [...trustedAuthorities()] } : { ...options, rejectUnauthorized: false };
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}
