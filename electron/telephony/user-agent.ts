import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import { currentAddresses, type Addresses } from '../network/addresses.ts';
import { echoOfExchange, type ExchangeEcho } from './exchange-echo.ts';
import { mendInviting } from './inviting.ts';
import { checkSession, createAgent, mediaOptions, type Agent, type NewSession, type Session, type SipMessage, type SipUri } from './jssip.ts';
import { sendOutsideDialog } from './outside-dialog.ts';
import { cleanText } from './party.ts';
import { isRefusal, RegistrationTracker } from './registration-tracker.ts';
import { ServerSocket } from './server-socket.ts';

interface UserAgentOptions {
  readonly sip: Provisioning['sip'];
  readonly instanceId: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly onRegistration: () => void;
  /** The registrar has taken us, again after each outage. */
  readonly onRegistered: () => void;
  readonly onDisconnected: () => void;
  readonly onIncoming: (incoming: NewSession) => void;
  /** No call would notice that the line goes from this server to another one. */
  readonly mayLeave: (server: string) => boolean;
}

/** A server that takes the connection but leaves a REGISTER unanswered this long is given up (JsSIP would wait 32 s). */
const registerMs = 8_000;
/** How long JsSIP lets an incoming call ring, in seconds; the exchange decides, and long before this. */
const ringSeconds = 300;
/** After this, in milliseconds, stopping no longer waits for the registrar's goodbye. */
const goodbyeMs = 2_000;
/** How long a replaced dialog may wait for the other side's BYE (RFC 3891 section 5). */
const replacedMs = 3_000;

/** The SIP user agent: one account, registered for as long as it runs. */
export class UserAgent {
  readonly #options: UserAgentOptions;
  readonly #socket: ServerSocket;
  readonly #agent: Agent;
  readonly #tracker: RegistrationTracker;
  #deadline: Scheduled | null = null;
  #onUnregistered: () => void = () => undefined;
  /** Dialogs that the operator ended while the server was away. */
  #endLater: Session[] = [];

  constructor(options: UserAgentOptions) {
    this.#options = options;
    const { sip, instanceId, clock, random, logger } = options;
    this.#tracker = new RegistrationTracker(clock, options.onRegistration);
    this.#socket = new ServerSocket({
      servers: sip.servers,
      uri: sip.uri,
      clock,
      random,
      logger,
      addresses: currentAddresses,
      onState: (state) => this.#tracker.onSocket(state),
      mayLeave: options.mayLeave,
    });
    this.#agent = createAgent({
      sockets: this.#socket,
      uri: sip.uri.replace(/^sips:/, 'sip:'),
      authorization_user: sip.authorizationUser,
      password: sip.password,
      // JsSIP puts it between quotes as it is.
      display_name: cleanText(sip.displayName, 128).replace(/["\\]/g, ''),
      instance_id: instanceId,
      // The same contact after every start: a registrar that allows one would refuse a second.
      contact_uri: contactOf(instanceId),
      register_expires: sip.registerExpires,
      session_timers: sip.sessionExpires > 0,
      no_answer_timeout: ringSeconds,
      user_agent: 'Balie',
    });
    this.#listen();
  }

  get registration(): Registration {
    return this.#tracker.value;
  }

  get isRegistered(): boolean {
    return this.#agent.isRegistered();
  }

  get isConnected(): boolean {
    return this.#agent.isConnected();
  }

  start(): void {
    this.#agent.start();
  }

  /** Ends what is left of calls, takes the registration back and closes the connection; at most two seconds. */
  async stop(): Promise<void> {
    this.#deadline?.cancel();
    const registered = this.isRegistered;
    const goodbye = new Promise<void>((resolve) => {
      const timer = this.#options.clock.schedule(goodbyeMs, resolve);
      this.#onUnregistered = () => {
        timer.cancel();
        resolve();
      };
    });
    this.#agent.stop();
    if (registered) await goodbye;
    this.#socket.disconnect();
    this.#tracker.onOff();
  }

  /** @throws {Error} when JsSIP cannot make an address of the target. */
  call(target: string | SipUri, connection: PeerConnection, extraHeaders: string[] = []): Session {
    // RFC 3262: what was announced before the answer is not lost, and what we hear may be announced reliably.
    const session = checkSession(this.#agent.call(target, { ...mediaOptions(connection), ...this.#sessionTimers(), extraHeaders: [...extraHeaders, 'Supported: 100rel'] }));
    mendInviting(session, { domain: domainOf(this.#options.sip.uri), logger: this.#options.logger });
    return session;
  }

  answer(session: Session, connection: PeerConnection): void {
    session.answer({ ...mediaOptions(connection), ...this.#sessionTimers() });
  }

  /** For subscriptions. */
  get sip(): Agent {
    return this.#agent;
  }

  /** Sends a PUBLISH to the account's own address (RFC 3903). @param onAnswer gets null when there was none. */
  publish(headers: readonly string[], body: string | null, onAnswer: (response: SipMessage | null) => void): void {
    sendOutsideDialog(this.#agent, { method: 'PUBLISH', target: this.#options.sip.uri.replace(/^sips:/, 'sip:'), headers, body }, onAnswer);
  }

  /** What the exchange tells without having been asked: some send the message count so. */
  onUnasked(event: string, listener: (body: string) => void): void {
    this.#agent.on('sipEvent', ({ event: said, request }) => said.event === event && listener(request.body ?? ''));
  }

  /** Asks the exchange for a sign of life. @throws {BalieError} `sip.unreachable`. */
  echo(): Promise<ExchangeEcho> {
    return echoOfExchange(this.#agent, domainOf(this.#options.sip.uri), this.#options.clock);
  }

  /** Ends a dialog as soon as the server is back. */
  endLater(session: Session): void {
    this.#endLater.push(session);
  }

  /** Ends a dialog that was replaced, unless the other side does. */
  endSoon(session: Session): void {
    this.#options.clock.schedule(replacedMs, () => {
      if (!session.isEnded()) session.terminate();
    });
  }

  /** The server that the line leads to now. */
  get server(): string {
    return this.#socket.url;
  }

  onNetwork(addresses: Addresses): void {
    this.#socket.onNetwork(addresses);
  }

  sleep(): void {
    this.#socket.sleep();
  }

  /** The machine slept: neither the connection nor the registration is believed until both are made anew. */
  renew(): void {
    this.#socket.renew({ reason: 'the machine was asleep', trouble: 'silent' });
  }

  #sessionTimers() {
    const { sessionExpires } = this.#options.sip;
    return sessionExpires > 0 ? { sessionTimersExpires: sessionExpires } : {};
  }

  #listen(): void {
    const { sip, clock, logger } = this.#options;
    this.#agent.on('connected', () => {
      // JsSIP forgets the password for its hash with one realm; another server may have another.
      this.#agent.set('password', sip.password);
      if (this.registration.state === 'refused') return;
      this.#deadline = clock.schedule(registerMs, () => this.#socket.giveUp('REGISTER was not answered'));
    });
    this.#agent.on('disconnected', () => {
      this.#deadline?.cancel();
      this.#onUnregistered();
      this.#options.onDisconnected();
    });
    this.#agent.on('registered', () => {
      this.#deadline?.cancel();
      this.#socket.trust();
      logger.info({}, 'registered');
      this.#tracker.onRegistered(this.#socket.url);
      for (const session of this.#endLater.splice(0)) if (!session.isEnded()) session.terminate();
      this.#options.onRegistered();
    });
    this.#agent.on('unregistered', () => this.#onUnregistered());
    this.#agent.on('registrationFailed', ({ response }) => this.#onRegistrationFailed(response?.status_code ?? null));
    this.#agent.on('newRTCSession', (incoming) => {
      if (incoming.originator === 'remote') this.#options.onIncoming({ ...incoming, session: checkSession(incoming.session) });
    });
  }

  #onRegistrationFailed(sipStatus: number | null): void {
    this.#deadline?.cancel();
    this.#options.logger.warn({ sipStatus }, 'the registration failed');
    if (sipStatus === null || !isRefusal(sipStatus)) {
      this.#socket.giveUp(sipStatus === null ? 'REGISTER failed' : `REGISTER was answered ${sipStatus}`);
      return;
    }
    // No further REGISTER; the connection stays, for calls that are up have theirs on it.
    this.#agent.unregister();
    this.#tracker.onRefused(this.#socket.url, sipStatus);
  }
}

function contactOf(instanceId: string): string {
  const hex = instanceId.replaceAll('-', '');
  return `sip:${hex.slice(-12)}@${hex.slice(0, 16)}.invalid;transport=ws`;
}

function domainOf(uri: string): string {
  return uri.replace(/^[^@]*@/, '').replace(/[:;?].*$/, '');
}
