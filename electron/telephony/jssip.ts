import { Grammar, UA, URI } from 'jssip';
import type { PeerConnection } from '../media/peer-connection.ts';

/*
 * JsSIP 3.13.8 as this room uses it. Its own types leave out what its documentation calls public
 * (`sendRequest`) and, of course, the inside, of which a little is needed: `Session` names every such
 * member, and `checkSession` refuses to run with a JsSIP that has not got them.
 */

export interface SipUri {
  readonly scheme: string;
  readonly user: string | null;
  readonly host: string;
  hasParam(name: string): boolean;
  toString(): string;
}

export interface NameAddress {
  readonly display_name: string | null;
  readonly uri: SipUri;
}

/** A request or a response that came in. */
export interface SipMessage {
  readonly method: string;
  readonly body: string | null;
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly call_id: string;
  /** Responses only. */
  readonly status_code?: number;
  getHeader(name: string): string | undefined;
  getHeaders(name: string): readonly string[];
  hasHeader(name: string): boolean;
  /** Reads the session description once, and keeps what was read. */
  parseSDP(): unknown;
}

/** A request that came in, and its answer. */
export interface IncomingRequest extends SipMessage {
  readonly cseq: number;
  readonly ruri: SipUri;
  reply(status: number, reason?: string | null, extraHeaders?: readonly string[] | null, body?: string | null): void;
}

export interface EndEvent {
  readonly originator: 'local' | 'remote' | 'system';
  readonly message: SipMessage | null;
  readonly cause: string;
}

interface SessionEvents {
  progress: { readonly originator: 'local' | 'remote'; readonly response: SipMessage | null };
  accepted: { readonly originator: 'local' | 'remote'; readonly response: SipMessage | null };
  confirmed: { readonly originator: 'local' | 'remote' };
  ended: EndEvent;
  failed: EndEvent;
  replaces: { accept(): void };
  /** A description that came in with a message other than the one that began the call. */
  sdp: { readonly originator: 'local' | 'remote'; readonly type: 'offer' | 'answer'; readonly sdp: string };
  /** That description does not fit; an offer has been refused. */
  'peerconnection:setremotedescriptionfailed': unknown;
}

export interface TerminateOptions {
  readonly status_code?: number;
  readonly reason_phrase?: string;
  readonly cause?: string;
  readonly extraHeaders?: readonly string[];
}

interface RequestHandlers {
  /** The request left a second time, with credentials and a CSeq of its own. */
  onAuthenticated?(request: { readonly cseq: number }): void;
  onSuccessResponse?(response: SipMessage): void;
  onErrorResponse?(response: SipMessage): void;
  onDialogError?(response: SipMessage): void;
  onTransportError?(): void;
  onRequestTimeout?(): void;
}

/** The dialog's identity and where its requests go (RFC 3261 section 12). */
export interface Dialog {
  readonly id: { readonly call_id: string; readonly local_tag: string; readonly remote_tag: string };
  readonly _remote_target: SipUri;
  readonly _remote_uri: SipUri;
  /** Goes on working when the session has ended. */
  sendRequest(method: 'ACK'): unknown;
}

interface MediaOptions {
  readonly mediaStream: MediaStream;
  readonly pcConfig: RTCConfiguration;
  readonly extraHeaders?: string[];
  readonly sessionTimersExpires?: number;
}

interface SessionTimers {
  running: boolean;
  /** Seconds. */
  currentExpires: number | null;
  /** We keep the session, not the other side. */
  refresher: boolean;
  readonly timer: ReturnType<typeof setTimeout> | null;
  /** Ours, not JsSIP's: what a 422 has asked for, in seconds. */
  minimum?: number;
}

export interface Session {
  readonly contact: string;
  on<E extends keyof SessionEvents>(event: E, listener: (data: SessionEvents[E]) => void): this;
  off<E extends keyof SessionEvents>(event: E, listener: (data: SessionEvents[E]) => void): this;
  answer(options: MediaOptions): void;
  terminate(options?: TerminateOptions): void;
  isEstablished(): boolean;
  isEnded(): boolean;
  isReadyToReOffer(): boolean;
  sendRequest(method: string, options?: { readonly extraHeaders?: string[]; readonly body?: string; readonly eventHandlers?: RequestHandlers }): { readonly cseq: number };

  /** Requests inside the dialog, and an INVITE that would replace it. Overridden, see `dialog-requests.ts`. */
  receiveRequest(request: IncomingRequest): void;
  /** Takes up an INVITE that came in. JsSIP calls it itself, but for one with Replaces. */
  init_incoming(request: IncomingRequest): void;
  /** Overridden by the session guard. */
  onTransportError(): void;
  onRequestTimeout(): void;
  onDialogError(): void;

  readonly _request: { readonly call_id: string };
  readonly _dialog: Dialog | null | undefined;
  readonly _sessionTimers: SessionTimers;
  /** Overridden, see `session-timer.ts`. */
  _handleSessionTimersInIncomingRequest(request: SipMessage, headers: string[]): void;
  _handleSessionTimersInIncomingResponse(response: SipMessage): void;
  _runSessionTimer(): void;
}

export interface NewSession {
  readonly originator: 'local' | 'remote';
  readonly session: Session;
  readonly request: SipMessage;
}

interface UserAgentEvents {
  connected: unknown;
  disconnected: unknown;
  registered: unknown;
  unregistered: unknown;
  registrationFailed: { readonly response: SipMessage | null; readonly cause: string };
  newRTCSession: NewSession;
  /** A NOTIFY outside every dialog; it has been answered 200. */
  sipEvent: { readonly event: { readonly event: string }; readonly request: SipMessage };
}

/** A subscription (RFC 6665), as far as JsSIP keeps it. */
export interface Subscriber {
  /** Null until the other side has accepted it. */
  readonly id: object | null;
  on(event: 'active' | 'pending', listener: () => void): this;
  on(event: 'notify', listener: (isFinal: boolean, request: SipMessage, body: string, contentType: string | undefined) => void): this;
  on(event: 'terminated', listener: (code: number, reason: string | undefined, retryAfter: number | undefined) => void): this;
  subscribe(): void;
  terminate(): void;

  _receiveSubscribeResponse(response: SipMessage): void;
  _terminateDialog(code: number): void;
}

export interface Agent {
  on<E extends keyof UserAgentEvents>(event: E, listener: (data: UserAgentEvents[E]) => void): this;
  start(): void;
  stop(): void;
  register(): void;
  unregister(): void;
  isRegistered(): boolean;
  isConnected(): boolean;
  set(parameter: 'password', value: string): boolean;
  call(target: string | SipUri, options: MediaOptions): Session;
  subscribe(target: string, event: string, accept: string, options: { readonly expires: number; readonly params: object; readonly extraHeaders: readonly string[] }): Subscriber;
}

/** What JsSIP asks of a socket; methods must be plain functions, it looks. */
export interface SipSocket {
  readonly via_transport: string;
  readonly url: string;
  readonly sip_uri: string;
  connect(): void;
  disconnect(): void;
  send(message: string): boolean;
  isConnected(): boolean;
  isConnecting(): boolean;
  onconnect: () => void;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void;
  ondata: (message: string) => void;
}

type Configuration = Omit<ConstructorParameters<typeof UA>[0], 'sockets'> & { readonly sockets: SipSocket };

/** @throws {Error} for a configuration that JsSIP does not take. */
export function createAgent({ sockets, ...configuration }: Configuration): Agent {
  return new UA({ ...configuration, sockets: sockets as never }) as unknown as Agent;
}

const needed = ['_request', 'sendRequest', 'receiveRequest', 'init_incoming', 'onTransportError', 'onRequestTimeout', 'onDialogError', 'terminate', 'isReadyToReOffer', '_sessionTimers', '_handleSessionTimersInIncomingRequest', '_handleSessionTimersInIncomingResponse', '_runSessionTimer'] as const satisfies readonly (keyof Session)[];

/** @throws {Error} when JsSIP has changed inside. */
export function checkSession(session: Session): Session {
  for (const member of needed) {
    if (!(member in session)) throw new Error(`this JsSIP has no RTCSession.${member}: it needs a new look`);
  }
  return session;
}

const noTracks: unknown = { getTracks: () => [], getAudioTracks: () => [], getVideoTracks: () => [], removeTrack: () => undefined };
const emptyStream = noTracks as MediaStream;

/** How a connection that was prepared is passed through JsSIP: it reaches the constructor below in the same turn. */
export function mediaOptions(connection: PeerConnection): Pick<MediaOptions, 'mediaStream' | 'pcConfig'> {
  // The microphone belongs to the slot. An empty stream keeps JsSIP from asking for one.
  const pcConfig: object = { connection };
  return { mediaStream: emptyStream, pcConfig };
}

/** Called with `new`: what a constructor function returns takes the place of the new object. */
function ConnectionOf({ connection }: { readonly connection?: PeerConnection }): PeerConnection {
  if (connection === undefined) throw new Error('a peer connection that was not prepared');
  return connection;
}

class Description {
  readonly type: string;
  readonly sdp: string;

  constructor({ type, sdp }: { readonly type: string; readonly sdp: string }) {
    this.type = type;
    this.sdp = sdp;
  }
}

/** Gives JsSIP the three globals it looks for. Main has no others of their kind. */
export function installWebRtc(): void {
  const globals = { RTCPeerConnection: ConnectionOf, RTCSessionDescription: Description, window: { RTCPeerConnection: ConnectionOf } };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** @returns whether JsSIP's grammar takes this value by the named rule. It does not when it breaks on it, as on a contact that begins with a star. */
export function parses(value: string, rule: string): boolean {
  try {
    return Grammar.parse(value, rule) !== -1;
  } catch {
    return false;
  }
}

/** @throws {Error} for a text that is no SIP address. */
export function addressOf(text: string): SipUri {
  const uri = URI.parse(text) as unknown as SipUri | undefined;
  if (uri === undefined) throw new Error('this is no SIP address');
  return uri;
}
