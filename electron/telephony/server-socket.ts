import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { BackOff } from './back-off.ts';
import type { SipSocket } from './jssip.ts';
import { refuseServer, SipWebSocket, type SipServer } from './web-socket.ts';

export type SocketState =
  | { readonly state: 'connecting'; readonly server: string }
  | { readonly state: 'open'; readonly server: string }
  /** `retryInMs` counts from now. */
  | { readonly state: 'waiting'; readonly server: string; readonly retryInMs: number };

const keepAlive = /^(\r\n){1,2}$/;
const startLine = /^(?:SIP\/2\.0 [1-6]\d{2} |[A-Z]{1,20} \S{1,2048} SIP\/2\.0\r\n)/;

interface ServerSocketOptions {
  readonly servers: readonly SipServer[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly onState: (state: SocketState) => void;
}

/**
 * The one socket that JsSIP knows. Which server it leads to, and when the next attempt is made, is
 * decided here, not by JsSIP's own recovery (whose moments nobody can see, and which draws servers at
 * random): servers in their order, at once, and after a whole round of failures a random back-off.
 */
export class ServerSocket implements SipSocket {
  readonly #options: ServerSocketOptions;
  readonly #servers: readonly SipServer[];
  readonly #backOff: BackOff;
  #socket: SipWebSocket | null = null;
  #isOpen = false;
  #wanted = false;
  #index = 0;
  #timer: Scheduled | null = null;

  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: (message: string) => void = () => undefined;

  constructor(options: ServerSocketOptions) {
    this.#options = options;
    this.#servers = options.servers.filter((server) => {
      const refusal = refuseServer(server);
      if (refusal !== null) options.logger.error({ reason: refusal }, 'a SIP server is left out');
      return refusal === null;
    });
    this.#backOff = new BackOff(options.clock, options.random);
  }

  get url(): string {
    return this.#server?.url ?? this.#options.servers[0]?.url ?? '';
  }

  get via_transport(): string {
    return this.url.startsWith('wss:') ? 'WSS' : 'WS';
  }

  get sip_uri(): string {
    return `sip:${new URL(this.url).host};transport=ws`;
  }

  isConnected(): boolean {
    return this.#isOpen;
  }

  isConnecting(): boolean {
    return this.#socket !== null && !this.#isOpen;
  }

  /** JsSIP calls this at the start, and again from its own recovery: that one finds us at work already. */
  connect(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#attempt();
  }

  disconnect(): void {
    this.#wanted = false;
    this.#isOpen = false;
    this.#timer?.cancel();
    this.#timer = null;
    this.#socket?.close();
    this.#socket = null;
  }

  send(message: string): boolean {
    return this.#socket?.send(message) ?? false;
  }

  /** The server took the registration: it is good. */
  trust(): void {
    this.#backOff.trust();
  }

  /** The connection stands, but the server does not do its work: on to the next. */
  giveUp(reason: string): void {
    this.#socket?.abandon(reason);
  }

  /** Do not wait for the back-off: the network or the machine has just come back. */
  retryNow(): void {
    if (!this.#wanted || this.#timer === null) return;
    this.#timer.cancel();
    this.#attempt();
  }

  get #server(): SipServer | undefined {
    return this.#servers[this.#index];
  }

  #attempt(): void {
    this.#timer = null;
    const server = this.#server;
    if (server === undefined) return;
    const { clock, onState } = this.#options;
    onState({ state: 'connecting', server: server.url });
    const socket = new SipWebSocket(server, clock, {
      open: () => {
        this.#isOpen = true;
        onState({ state: 'open', server: server.url });
        this.onconnect();
      },
      message: (text) => this.#receive(text),
      closed: (reason) => {
        if (this.#socket === socket) this.#onClosed(reason);
      },
    });
    this.#socket = socket;
  }

  #receive(text: string): void {
    if (!startLine.test(text) && !keepAlive.test(text)) {
      this.#options.logger.warn({ length: text.length }, 'a frame that is no SIP message was dropped');
      return;
    }
    try {
      this.ondata(text);
    } catch (error) {
      // A message that JsSIP chokes on is the sender's fault and must not become ours. Its text may be personal.
      this.#options.logger.warn({ error: error instanceof Error ? error.message : 'unknown', length: text.length }, 'a SIP message could not be handled');
    }
  }

  #onClosed(reason: string): void {
    const { clock, logger, onState } = this.#options;
    const wasOpen = this.#isOpen;
    const server = this.url;
    this.#socket = null;
    this.#isOpen = false;
    // A lost connection starts again with the first server, a failed attempt goes on to the next.
    this.#index = wasOpen ? 0 : (this.#index + 1) % this.#servers.length;
    const retryInMs = wasOpen || this.#index === 0 ? this.#backOff.next() : 0;
    logger.warn({ reason, retryInMs }, wasOpen ? 'the SIP connection is lost' : 'a SIP server cannot be reached');
    this.#timer = clock.schedule(retryInMs, () => this.#attempt());
    onState({ state: 'waiting', server, retryInMs });
    if (wasOpen) this.ondisconnect(true, 1006, reason);
  }
}
