import type { Logger } from '#shared/domain/logger.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import type { IncomingRequest, Session, SipMessage, SipUri } from './jssip.ts';
import { ReliableProvisionals } from './reliable-provisional.ts';
import { redirectTarget } from './redirect.ts';
import { minimumOf } from './session-interval.ts';

/*
 * What JsSIP 3.13.8 leaves undone between our INVITE and its answer. It is mended in one place, where every answer to the
 * INVITE comes by, so that the rest of this room sees a session that keeps to the RFCs.
 */

interface InnerDialog {
  sendRequest(method: string, options?: { readonly extraHeaders?: readonly string[] }): void;
  terminate(): void;
}

interface OutgoingInvite {
  ruri: SipUri;
  cseq: number;
  readonly call_id: string;
  readonly headers: Record<string, unknown>;
  setHeader(name: string, value: string): void;
  clone(): OutgoingInvite;
}

/** A response as it may be corrected before JsSIP sees it. */
export interface InviteResponse extends SipMessage {
  readonly status_code: number;
  readonly from_tag: string;
  readonly to_tag: string | null;
  readonly cseq: number;
  body: string | null;
  parseHeader(name: string, index: number): unknown;
}

interface EarlyRequest extends IncomingRequest {
  readonly from_tag: string;
}

/** The inside of a session that calls. */
interface Inner {
  _request: OutgoingInvite;
  _dialog: InnerDialog | null | undefined;
  _to_tag: string | null;
  _status: number;
  readonly _earlyDialogs: Record<string, InnerDialog>;
  readonly _connection: PeerConnection;
  _connectionPromiseQueue: Promise<unknown>;
  readonly _sessionTimers: { defaultExpires: number };
  _receiveInviteResponse(response: InviteResponse): void;
  _sendInitialRequest(mediaConstraints: object, offerConstraints: null, stream: object): void;
  _createDialog(message: SipMessage, role: 'UAC', early?: boolean): boolean;
  _processInDialogSdpOffer(request: IncomingRequest): Promise<string | undefined>;
}

const needed = ['_request', '_earlyDialogs', '_receiveInviteResponse', '_sendInitialRequest', '_createDialog', '_connectionPromiseQueue'] as const satisfies readonly (keyof Inner)[];
/** JsSIP's STATUS_1XX_RECEIVED. */
const early = 2;
/** More is a circle that changes its name at every turn. */
const mostRedirections = 5;

interface InvitingOptions {
  /** The account's own domain: a redirection leads nowhere else. */
  readonly domain: string;
  readonly logger: Logger;
}

/** Mends the calling half of one session. To be called before the INVITE leaves. @throws {Error} when JsSIP has changed inside. */
export function mendInviting(session: Session, options: InvitingOptions): void {
  for (const member of needed) if (!(member in session)) throw new Error(`this JsSIP has no RTCSession.${member}: it needs a new look`);
  new Inviting(session, options).takeOver();
}

class Inviting {
  readonly #session: Session;
  readonly #inner: Inner;
  readonly #options: InvitingOptions;
  readonly #reliable = new ReliableProvisionals();
  /** SDP of the early answer by the answering side's tag, and the last one that was put to the connection. */
  readonly #answers = new Map<string, string>();
  #current: { readonly tag: string; readonly sdp: string } | null = null;
  /** An UPDATE has moved the media on since: what the 2xx repeats is history. */
  readonly #moved = new Set<string>();
  readonly #visited = new Set<string>();
  /** Dialogs of forks that answered too late, by tag: every repetition of their 2xx is acknowledged. */
  readonly #strays = new Map<string, InnerDialog>();
  #lengthened = false;

  constructor(session: Session, options: InvitingOptions) {
    this.#session = session;
    this.#inner = session as unknown as Inner;
    this.#options = options;
  }

  takeOver(): void {
    const session = this.#session;
    const receive = this.#inner._receiveInviteResponse.bind(session);
    this.#inner._receiveInviteResponse = (response) => this.#onResponse(response, receive);
    const receiveRequest = session.receiveRequest.bind(session);
    session.receiveRequest = (request) => (request.method === 'UPDATE' && this.#inner._status === early ? this.#onEarlyUpdate(request as EarlyRequest) : receiveRequest(request));
  }

  #onResponse(response: InviteResponse, receive: (response: InviteResponse) => void): void {
    const { status_code: status } = response;
    if (status >= 200 && status < 300) this.#onAnswer(response, receive);
    else if (status > 100 && status < 200) this.#onProvisional(response, receive);
    else if (status >= 300 && this.#isPending() && this.#tryAgain(response)) return;
    else receive(response);
  }

  /** Still waiting for the answer, and nobody has given the call up. */
  #isPending(): boolean {
    return !this.#session.isEnded() && (this.#inner._dialog ?? null) === null;
  }

  #onAnswer(response: InviteResponse, receive: (response: InviteResponse) => void): void {
    const tag = response.to_tag ?? '';
    // JsSIP sends the BYE for a second fork's 2xx inside the first fork's dialog, and leaves one that crosses our CANCEL without an ACK.
    if (this.#session.isEnded() || this.#isStray(tag)) {
      this.#dismiss(response, tag);
      return;
    }
    const answered = this.#answers.get(tag);
    // RFC 3261 section 13.2.1: once an early answer was given, the 2xx repeats it or, after a reliable one (RFC 3262 section 5), has none.
    if ((response.body ?? '') === '' && answered !== undefined) response.body = answered;
    const repeats = this.#moved.has(tag) || (this.#current?.tag === tag && this.#current.sdp === response.body);
    if (repeats) this.#inner._connectionPromiseQueue = this.#inner._connectionPromiseQueue.then(() => this.#inner._connection.settle());
    receive(response);
  }

  #isStray(tag: string): boolean {
    const dialog = this.#session._dialog ?? null;
    return this.#strays.has(tag) || (dialog !== null && dialog.id.remote_tag !== tag);
  }

  /** RFC 3261 section 13.2.2.4: a 2xx that is not wanted is acknowledged, and its dialog ended. */
  #dismiss(response: InviteResponse, tag: string): void {
    const known = this.#strays.get(tag);
    if (known !== undefined) {
      known.sendRequest('ACK');
      return;
    }
    const dialog = this.#dialogOf(response);
    if (dialog === null) return;
    this.#options.logger.info({}, 'a second answer to the same call was ended');
    this.#strays.set(tag, dialog);
    dialog.sendRequest('ACK');
    dialog.sendRequest('BYE', { extraHeaders: ['Reason: SIP ;cause=200 ;text="Call completed elsewhere"'] });
    dialog.terminate();
  }

  #dialogOf(response: InviteResponse): InnerDialog | null {
    // Without a contact JsSIP would end the whole session.
    if (!response.hasHeader('Contact')) return null;
    const inner = this.#inner;
    const { _dialog: kept, _to_tag: tag } = inner;
    inner._createDialog(response, 'UAC');
    const made = inner._dialog ?? null;
    inner._dialog = kept;
    inner._to_tag = tag;
    return made;
  }

  #onProvisional(response: InviteResponse, receive: (response: InviteResponse) => void): void {
    if (!this.#isPending()) return;
    const tag = response.to_tag ?? '';
    if (this.#reliable.isReliable(response)) {
      const rack = this.#reliable.acknowledge(tag, response);
      if (rack === null) return;
      this.#prack(response, rack);
    }
    const sdp = response.body ?? '';
    if (sdp === '' || tag === '') {
      receive(response);
      return;
    }
    if (this.#current?.sdp === sdp) {
      // The same again: nothing for the connection to do, which would refuse it.
      response.body = null;
    } else if (this.#current !== null) this.#reopen();
    this.#answers.set(tag, sdp);
    this.#current = { tag, sdp };
    receive(response);
    response.body = sdp;
  }

  /** Another fork lets hear something, or the same one something else: the last one is heard. */
  #reopen(): void {
    const { _connection: connection } = this.#inner;
    this.#inner._connectionPromiseQueue = this.#inner._connectionPromiseQueue
      .then(() => connection.createOffer())
      .then((offer) => connection.setLocalDescription(offer))
      .catch((error: unknown) => this.#options.logger.warn({ err: error }, 'another early answer could not be taken'));
  }

  /** RFC 3262 section 4. */
  #prack(response: InviteResponse, rack: string): void {
    const inner = this.#inner;
    if (!response.hasHeader('Contact') || !inner._createDialog(response, 'UAC', true)) return;
    inner._earlyDialogs[`${response.call_id}${response.from_tag}${response.to_tag ?? ''}`]?.sendRequest('PRACK', { extraHeaders: [`RAck: ${rack}`] });
  }

  /** RFC 3311 section 5.2: an offer is taken once the first one has been answered. */
  #onEarlyUpdate(request: EarlyRequest): void {
    const contact = [`Contact: ${this.#session.contact}`];
    if ((request.body ?? '') === '') {
      request.reply(200, null, contact);
      return;
    }
    if (this.#inner._connection.signalingState !== 'stable') {
      request.reply(491);
      return;
    }
    void this.#inner._processInDialogSdpOffer(request).then((answer) => {
      if (answer === undefined) return;
      this.#moved.add(request.from_tag);
      request.reply(200, null, contact, answer);
    });
  }

  /** @returns whether the INVITE was sent once more, in another way. */
  #tryAgain(response: InviteResponse): boolean {
    if (response.status_code === 422) return this.#lengthen(response);
    return response.status_code < 400 && this.#follow(response);
  }

  /** RFC 4028 section 7.3: the session interval was too short for somebody on the way. */
  #lengthen(response: InviteResponse): boolean {
    const minimum = minimumOf(response);
    if (this.#lengthened || minimum === null) return false;
    this.#lengthened = true;
    this.#inner._sessionTimers.defaultExpires = minimum;
    this.#session._sessionTimers.minimum = minimum;
    this.#resend((request) => {
      request.setHeader('session-expires', String(minimum));
      request.setHeader('min-se', String(minimum));
    });
    return true;
  }

  /** RFC 3261 section 8.1.3.4. */
  #follow(response: InviteResponse): boolean {
    const target = redirectTarget(response, { domain: this.#options.domain, visited: this.#visited });
    if (target === null || this.#visited.size >= mostRedirections) return false;
    this.#visited.add(target.toString());
    this.#options.logger.info({ status: response.status_code, redirections: this.#visited.size }, 'a call is redirected');
    this.#resend((request) => (request.ruri = target));
    return true;
  }

  #resend(change: (request: OutgoingInvite) => void): void {
    const inner = this.#inner;
    const request = inner._request.clone();
    request.cseq += 1;
    request.setHeader('cseq', `${request.cseq} INVITE`);
    // The digest was made for the former address.
    for (const name of Object.keys(request.headers)) if (/^(Proxy-)?Authorization$/i.test(name)) delete request.headers[name];
    change(request);
    for (const [id, dialog] of Object.entries(inner._earlyDialogs)) {
      dialog.terminate();
      delete inner._earlyDialogs[id];
    }
    this.#answers.clear();
    this.#current = null;
    inner._request = request;
    inner._sendInitialRequest({}, null, { getTracks: () => [] });
  }
}
