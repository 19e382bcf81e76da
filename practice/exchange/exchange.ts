import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { Digest } from './digest.ts';
import type { Peer } from './peer.ts';
import { Proxy } from './proxy.ts';
import { Registrar } from './registrar.ts';
import { parseAddress, parseUri, tagOf } from './sip-address.ts';
import { newToken, responseTo } from './sip-build.ts';
import { SipSyntaxError, valueOf, type SipHeader, type SipMessage, type SipRequest } from './sip-message.ts';

export interface ExchangeOptions {
  /** The domain of its addresses; it is never looked up. */
  readonly domain: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** @returns the SIP password of a user; undefined where there is no such user. */
  readonly passwordOf: (user: string) => string | undefined;
}

/** A party inside this process, for instance a practice caller. It needs no password: it is the exchange's own. */
export interface LocalParty {
  send(message: SipMessage): void;
  /** Messages no longer arrive; what waits for this party fails. */
  detach(): void;
}

type RegistrationListener = (user: string, registered: boolean) => void;

/** Registrar and proxy for one machine (RFC 3261, 7118, 5627). Connections hand it parsed messages. */
export class Exchange {
  readonly domain: string;
  readonly #logger: Logger;
  readonly #digest: Digest;
  readonly #registrar: Registrar;
  readonly #proxy: Proxy;
  readonly #passwordOf: (user: string) => string | undefined;
  readonly #locals = new Map<string, Peer>();
  readonly #localPeers = new Set<Peer>();
  /** Connections whose user has shown the password: a flow is trusted for as long as it stands (RFC 5626). */
  readonly #users = new Map<Peer, string>();
  readonly #listeners = new Set<RegistrationListener>();

  constructor({ domain, clock, logger, passwordOf }: ExchangeOptions) {
    this.domain = domain;
    this.#logger = logger;
    this.#passwordOf = passwordOf;
    this.#digest = new Digest(domain, clock, passwordOf);
    this.#registrar = new Registrar(domain, clock, (user) => {
      for (const listener of this.#listeners) listener(user, this.isRegistered(user));
    });
    this.#proxy = new Proxy(domain, clock);
  }

  isRegistered(user: string): boolean {
    return this.#registrar.bindingsOf(user).length > 0;
  }

  /** @returns what ends the subscription. */
  onRegistration(listener: RegistrationListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Connects a party of this process under the user part of its addresses. */
  attach(user: string, deliver: (message: SipMessage) => void): LocalParty {
    // In its own turn, as over a socket: nobody is called back inside their own call.
    const peer: Peer = { id: `local ${user}`, deliver: (message) => void setImmediate(() => this.#localPeers.has(peer) && deliver(message)) };
    this.#locals.set(user, peer);
    this.#localPeers.add(peer);
    return {
      send: (message) => this.receive(peer, message),
      detach: () => {
        this.#locals.delete(user);
        this.#localPeers.delete(peer);
        this.gone(peer);
      },
    };
  }

  /** Deals with a message; whatever is in it, this does not throw. */
  receive(from: Peer, message: SipMessage): void {
    try {
      if (message.kind === 'response') this.#proxy.respond(message, from);
      else this.#onRequest(message, from);
    } catch (error) {
      if (!(error instanceof SipSyntaxError)) this.#logger.error({ err: error }, 'a SIP message met a defect');
      const status = error instanceof SipSyntaxError ? 400 : 500;
      if (message.kind === 'request' && message.method !== 'ACK') from.deliver(responseTo(message, status));
    }
  }

  /** A connection is gone, and with it everything that was reached over it. */
  gone(peer: Peer): void {
    this.#users.delete(peer);
    this.#registrar.gone(peer);
    this.#proxy.gone(peer);
  }

  #onRequest(request: SipRequest, from: Peer): void {
    if (this.#proxy.absorb(request, from)) return;
    const refuse = (status: number, headers: readonly SipHeader[] = []): void => {
      if (request.method !== 'ACK') from.deliver(responseTo(request, status, { toTag: newToken(), headers }));
    };
    if (request.method === 'CANCEL') return refuse(481);
    if (request.method === 'REGISTER') return this.#onRegister(request, from, refuse);
    const { user, host } = parseUri(request.uri);
    if (request.method === 'OPTIONS' && user === '' && host === this.domain) {
      return from.deliver(responseTo(request, 200, { toTag: newToken(), headers: [{ name: 'Accept', value: 'application/sdp' }] }));
    }
    if (request.method !== 'ACK' && !this.#mayAsk(request, from, refuse)) return;
    this.#route(request, from, refuse);
  }

  #onRegister(request: SipRequest, from: Peer, refuse: (status: number, headers?: readonly SipHeader[]) => void): void {
    const { user, host } = parseUri(parseAddress(valueOf(request, 'To') ?? '').uri);
    if (host !== this.domain || this.#passwordOf(user) === undefined) return refuse(403);
    const verdict = this.#digest.verify(request.method, valueOf(request, 'Authorization'));
    if (!verdict.ok) {
      // Another password is not asked for: a client that was told 403 stops trying (RFC 3261 section 22.1).
      if (verdict.reason === 'wrong') return refuse(403);
      return refuse(401, [{ name: 'WWW-Authenticate', value: this.#digest.challenge(verdict.reason === 'stale') }]);
    }
    if (verdict.user !== user) return refuse(403);
    this.#users.set(from, user);
    from.deliver(this.#registrar.register(request, user, from));
  }

  /** Only who is known may call, and only under their own name. */
  #mayAsk(request: SipRequest, from: Peer, refuse: (status: number, headers?: readonly SipHeader[]) => void): boolean {
    if (this.#localPeers.has(from)) return true;
    let user = this.#users.get(from);
    if (user === undefined) {
      const verdict = this.#digest.verify(request.method, valueOf(request, 'Proxy-Authorization'));
      if (!verdict.ok) {
        if (verdict.reason === 'wrong') refuse(403);
        else refuse(407, [{ name: 'Proxy-Authenticate', value: this.#digest.challenge(verdict.reason === 'stale') }]);
        return false;
      }
      user = verdict.user;
    }
    const inDialog = tagOf(valueOf(request, 'To')) !== undefined;
    if (inDialog || parseUri(parseAddress(valueOf(request, 'From') ?? '').uri).user === user) return true;
    refuse(403);
    return false;
  }

  #route(request: SipRequest, from: Peer, refuse: (status: number) => void): void {
    const { user, host } = parseUri(request.uri);
    const local = host === this.domain ? this.#locals.get(user) : undefined;
    if (local !== undefined) return this.#proxy.forward(request, from, local, request.uri);
    const addressed = this.#registrar.byUri(request.uri) ?? (host === this.domain ? this.#registrar.bindingsOf(user)[0] : undefined);
    if (addressed !== undefined) return this.#proxy.forward(request, from, addressed.peer, addressed.contact);
    const known = host === this.domain && this.#passwordOf(user) !== undefined;
    const inDialog = tagOf(valueOf(request, 'To')) !== undefined;
    // 430: the connection is gone but the dialog may stand; 408 or 481 would end it (RFC 5626 section 5.3.1).
    refuse(inDialog ? 430 : known ? 480 : 404);
  }
}
