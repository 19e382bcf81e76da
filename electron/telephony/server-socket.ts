import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { LineTrouble } from '#shared/domain/snapshot.ts';
import type { Addresses } from '../network/addresses.ts';
import { BackOff } from './back-off.ts';
import { FailBack } from './fail-back.ts';
import type { SipSocket } from './jssip.ts';
import { screenMessage } from './screen/message-screen.ts';
import { checkServer } from './server-check.ts';
import type { Closing } from './socket-trouble.ts';
import { refuseServer, SipWebSocket, type SipServer } from './web-socket.ts';

export type SocketState =
  | { readonly state: 'connecting'; readonly server: string }
  | { readonly state: 'open'; readonly server: string }
  /** `retryInMs` counts from now. */
  | { readonly state: 'waiting'; readonly server: string; readonly retryInMs: number; readonly trouble: LineTrouble };

/** The network has changed although the way to the server seems to stand: it has so long to show it. */
const probeMs = 1_500;
/** Nothing but somebody, or the network, mends these. */
const forSomebody = new Set<LineTrouble>(['portal', 'certificate']);

interface ServerSocketOptions {
  readonly servers: readonly SipServer[];
  /** The account: whom a server is asked for when it is looked at. */
  readonly uri: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly addresses: () => Addresses;
  readonly onState: (state: SocketState) => void;
  /** No call would notice that the line goes to another server. */
  readonly mayLeave: (server: string) => boolean;
}

/**
 * The one socket that JsSIP knows. Which server it leads to, and when the next attempt is made, is
 * decided here, not by JsSIP's own recovery (whose moments nobody can see, and which draws servers at
 * random): servers in their order, at once, after a whole round of failures a random back-off, and back
 * to a better one when that works again.
 */
export class ServerSocket implements SipSocket {
  readonly #options: ServerSocketOptions;
  readonly #servers: readonly SipServer[];
  readonly #backOff: BackOff;
  readonly #failBack: FailBack;
  #socket: SipWebSocket | null = null;
  #isOpen = false;
  #wanted = false;
  #index = 0;
  /** How many servers have failed one after the other. */
  #failed = 0;
  #timer: Scheduled | null = null;

  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: (message: string) => void = () => undefined;

  constructor(options: ServerSocketOptions) {
    const { clock, random, logger, mayLeave } = options;
    this.#options = options;
    this.#servers = options.servers.filter((server) => {
      const refusal = refuseServer(server);
      if (refusal !== null) logger.error({ reason: refusal }, 'a SIP server is left out');
      return refusal === null;
    });
    this.#backOff = new BackOff(clock, random);
    this.#failBack = new FailBack({ clock, random, findBetter: () => this.#findBetter(), mayLeave: () => mayLeave(this.url), goTo: (index) => this.#moveTo(index) });
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
    this.#drop();
  }

  send(message: string): boolean {
    return this.#socket?.send(message) ?? false;
  }

  /** The server took the registration: it is good. */
  trust(): void {
    this.#failed = 0;
    this.#backOff.trust();
    if (this.#index > 0) this.#failBack.start();
    else this.#failBack.stop();
  }

  /** The connection stands, but the server does not do its work: on to the next. */
  giveUp(reason: string): void {
    this.#socket?.abandon({ reason, trouble: 'server' });
  }

  /** The machine's addresses have changed. A connection from an address that is gone is dead, though nobody says so. */
  onNetwork(addresses: Addresses): void {
    if (!this.#wanted) return;
    this.#backOff.reset();
    const local = this.#socket?.localAddress ?? null;
    if (!this.#isOpen) this.#attemptNow();
    else if (local !== null && !isLoopback(local) && !addresses.has(local)) this.renew({ reason: 'the address of the connection is gone', trouble: 'no-network' });
    else this.#socket?.probe(probeMs);
  }

  /** The machine goes to sleep: closed in order, so that nobody is sent to a telephone that sleeps. {@link renew} wakes it. */
  sleep(): void {
    if (!this.#wanted) return;
    const wasOpen = this.#isOpen;
    this.#drop();
    this.#options.onState({ state: 'connecting', server: this.url });
    if (wasOpen) this.ondisconnect(false, 1000, 'the machine goes to sleep');
  }

  /** Nothing is believed of this connection: it is made anew, at once. */
  renew(closing: Closing): void {
    if (!this.#wanted) return;
    const wasOpen = this.#isOpen;
    this.#options.logger.warn({ reason: closing.reason }, 'the SIP connection is made anew');
    this.#attemptNow();
    if (wasOpen) this.ondisconnect(true, 1006, closing.reason);
  }

  get #server(): SipServer | undefined {
    return this.#servers[this.#index];
  }

  /** With the first server first: whatever spoke against it was of another network, or another time. */
  #attemptNow(): void {
    this.#drop();
    this.#index = 0;
    this.#failed = 0;
    this.#attempt();
  }

  #drop(): void {
    this.#failBack.stop();
    this.#timer?.cancel();
    this.#timer = null;
    this.#socket?.close();
    this.#socket = null;
    this.#isOpen = false;
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
      closed: (closing) => {
        if (this.#socket === socket) this.#onClosed(closing);
      },
    });
    this.#socket = socket;
  }

  #receive(text: string): void {
    try {
      this.#take(text);
    } catch (error) {
      // A message that JsSIP chokes on is the sender's fault and must not become ours. Its text may be personal.
      this.#options.logger.warn({ error: error instanceof Error ? error.message : 'unknown', length: text.length }, 'a SIP message could not be handled');
    }
  }

  #take(text: string): void {
    const screened = screenMessage(text, () => Math.floor(this.#options.random() * 2 ** 40).toString(36));
    if ('refused' in screened) {
      this.#options.logger.warn({ reason: screened.refused, length: text.length }, 'a message that cannot be used was refused');
      if (screened.reply !== null) this.send(screened.reply);
      return;
    }
    this.ondata(screened.pass);
  }

  #onClosed({ reason, trouble }: Closing): void {
    const { clock, logger, onState, addresses } = this.#options;
    const wasOpen = this.#isOpen;
    const server = this.url;
    this.#socket = null;
    this.#isOpen = false;
    this.#failBack.stop();
    // A server that went away may be back at once, and is tried first; one that failed or fell silent is not.
    const again = wasOpen && trouble === 'unreachable';
    this.#index = again ? 0 : (this.#index + 1) % this.#servers.length;
    this.#failed = again ? 0 : this.#failed + 1;
    const roundIsOver = again || this.#failed >= this.#servers.length || (wasOpen && this.#index === 0);
    if (roundIsOver) this.#failed = 0;
    const retryInMs = roundIsOver ? this.#backOff.next({ calm: forSomebody.has(trouble) }) : 0;
    logger.warn({ reason, trouble, retryInMs }, wasOpen ? 'the SIP connection is lost' : 'a SIP server cannot be reached');
    this.#timer = clock.schedule(retryInMs, () => this.#attempt());
    onState({ state: 'waiting', server, retryInMs, trouble: addresses().list.length === 0 && !isLoopback(new URL(server).hostname) ? 'no-network' : trouble });
    if (wasOpen) this.ondisconnect(true, 1006, reason);
  }

  async #findBetter(): Promise<number | null> {
    const { uri, clock } = this.#options;
    for (const [index, server] of this.#servers.slice(0, this.#index).entries()) {
      if (await checkServer(server, uri, clock)) return index;
    }
    return null;
  }

  #moveTo(index: number): void {
    const { logger } = this.#options;
    logger.info({ to: this.#servers[index]?.url ?? '' }, 'a server that is preferred works again');
    this.#drop();
    this.#index = index;
    this.#failed = 0;
    this.#attempt();
    this.ondisconnect(false, 1000, 'moved to another server');
  }
}

function isLoopback(address: string): boolean {
  return address === '::1' || address === '[::1]' || address === 'localhost' || address.startsWith('127.');
}
