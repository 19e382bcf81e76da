import { parseAddress, tagOf } from '../exchange/sip-address.ts';
import { newBranch } from '../exchange/sip-build.ts';
import { valueOf, valuesOf, type SipHeader, type SipRequest, type SipResponse } from '../exchange/sip-message.ts';

interface DialogParts {
  readonly callId: string;
  readonly local: string;
  readonly remote: string;
  readonly target: string;
  readonly routes: readonly string[];
  readonly localSequence: number;
  readonly remoteSequence: number;
}

/** One side of a SIP dialog (RFC 3261 section 12). */
export class Dialog {
  readonly callId: string;
  readonly #local: string;
  readonly #remote: string;
  readonly #routes: readonly string[];
  #target: string;
  #localSequence: number;
  #remoteSequence: number;

  private constructor(parts: DialogParts) {
    this.callId = parts.callId;
    this.#local = parts.local;
    this.#remote = parts.remote;
    this.#routes = parts.routes;
    this.#target = parts.target;
    this.#localSequence = parts.localSequence;
    this.#remoteSequence = parts.remoteSequence;
  }

  /** The caller's side: our INVITE and the answer that accepted it (section 12.1.2). */
  static ofCaller(invite: SipRequest, response: SipResponse): Dialog {
    return new Dialog({
      callId: valueOf(invite, 'Call-ID') ?? '',
      local: valueOf(invite, 'From') ?? '',
      remote: valueOf(response, 'To') ?? '',
      target: contactOf(response) ?? invite.uri,
      routes: valuesOf(response, 'Record-Route').reverse(),
      localSequence: sequenceOf(invite),
      remoteSequence: -1,
    });
  }

  /** The called side: an INVITE that we accept under our own tag (section 12.1.1). */
  static ofCalled(invite: SipRequest, localTag: string): Dialog {
    return new Dialog({
      callId: valueOf(invite, 'Call-ID') ?? '',
      local: `${valueOf(invite, 'To') ?? ''};tag=${localTag}`,
      remote: valueOf(invite, 'From') ?? '',
      target: contactOf(invite) ?? parseAddress(valueOf(invite, 'From') ?? '').uri,
      routes: valuesOf(invite, 'Record-Route'),
      localSequence: 0,
      remoteSequence: sequenceOf(invite),
    });
  }

  get localTag(): string {
    return tagOf(this.#local) ?? '';
  }

  get remoteTag(): string {
    return tagOf(this.#remote) ?? '';
  }

  /** @returns whether a request that arrived belongs to this dialog. */
  owns(request: SipRequest): boolean {
    return valueOf(request, 'Call-ID') === this.callId && tagOf(valueOf(request, 'To')) === this.localTag && tagOf(valueOf(request, 'From')) === this.remoteTag;
  }

  /** @returns whether a Replaces header names this dialog (RFC 3891 section 3: its tags are those of our view). */
  isNamedBy(replaces: string): boolean {
    const [callId, ...params] = replaces.split(';').map((part) => part.trim());
    return callId === this.callId && params.includes(`to-tag=${this.localTag}`) && params.includes(`from-tag=${this.remoteTag}`);
  }

  /**
   * Notes a request of the other side.
   *
   * @returns false when it is older than what came before (section 12.2.2).
   */
  take(request: SipRequest): boolean {
    const sequence = sequenceOf(request);
    if (request.method === 'ACK') return true;
    if (sequence < this.#remoteSequence) return false;
    this.#remoteSequence = sequence;
    const contact = request.method === 'INVITE' || request.method === 'UPDATE' ? contactOf(request) : undefined;
    if (contact !== undefined) this.#target = contact;
    return true;
  }

  /** Makes a request inside the dialog; an ACK takes the number of its INVITE. */
  request(method: string, via: string, extra: readonly SipHeader[] = []): SipRequest {
    if (method !== 'ACK') this.#localSequence += 1;
    const headers = [
      { name: 'Via', value: `SIP/2.0/WS ${via};branch=${newBranch()}` },
      { name: 'Max-Forwards', value: '70' },
      ...this.#routes.map((value) => ({ name: 'Route', value })),
      { name: 'From', value: this.#local },
      { name: 'To', value: this.#remote },
      { name: 'Call-ID', value: this.callId },
      { name: 'CSeq', value: `${this.#localSequence} ${method}` },
      ...extra,
    ];
    return { kind: 'request', method, uri: this.#target, headers, body: '' };
  }
}

function contactOf(message: SipRequest | SipResponse): string | undefined {
  const contact = valueOf(message, 'Contact');
  return contact === undefined ? undefined : parseAddress(contact).uri;
}

function sequenceOf(request: SipRequest): number {
  return Number((valueOf(request, 'CSeq') ?? '').split(' ')[0]);
}
