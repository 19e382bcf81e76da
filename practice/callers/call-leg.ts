import type { Logger } from '#shared/domain/logger.ts';
import type { Exchange, LocalParty } from '../exchange/exchange.ts';
import { tagOf } from '../exchange/sip-address.ts';
import { newBranch, newToken, responseTo } from '../exchange/sip-build.ts';
import { tagsOf, valueOf, type SipHeader, type SipMessage, type SipRequest, type SipResponse } from '../exchange/sip-message.ts';
import type { CallAudio } from './call-audio.ts';
import { Dialog } from './dialog.ts';

export interface CallLegOptions {
  readonly exchange: Exchange;
  /** The user who is called. */
  readonly user: string;
  readonly from: { readonly number: string; readonly displayName: string | null };
  /** The number that was dialled, and what the queue header says. */
  readonly dialled: string;
  readonly headers: readonly SipHeader[];
  readonly newAudio: () => CallAudio;
  readonly logger: Logger;
  readonly onRinging: () => void;
  readonly onAnswered: () => void;
  readonly onHeld: (held: boolean) => void;
  /** @param status the refusal of a call that was never up; null after one that was. */
  readonly onEnded: (status: number | null) => void;
}

type State = 'new' | 'calling' | 'up' | 'over';

const allowed: SipHeader = { name: 'Allow', value: 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE' };
const supported: SipHeader = { name: 'Supported', value: 'replaces, timer' };
const sdpType: SipHeader = { name: 'Content-Type', value: 'application/sdp' };

/**
 * The SIP side of one practice call: invites, and answers whatever a workstation asks inside the call, also an INVITE
 * with Replaces (RFC 3891), by which a workstation that lost its media takes the call up anew.
 */
export class CallLeg {
  readonly #options: CallLegOptions;
  readonly #token = newToken();
  readonly #party: LocalParty;
  readonly #contact: SipHeader;
  #audio: CallAudio;
  #state: State = 'new';
  #invite: SipRequest | null = null;
  #dialog: Dialog | null = null;
  /** A dialog that was replaced, until the one in its place is confirmed. */
  #former: Dialog | null = null;
  #ack: SipRequest | null = null;
  /** An offer is being dealt with: a second one must wait (RFC 3261 section 14.2). */
  #negotiating = false;
  #givenUp = false;

  constructor(options: CallLegOptions) {
    this.#options = options;
    this.#audio = options.newAudio();
    const user = `leg-${this.#token}`;
    this.#party = options.exchange.attach(user, (message) => this.#receive(message));
    this.#contact = { name: 'Contact', value: `<sip:${user}@${options.exchange.domain};transport=ws>` };
  }

  /** The media as it is now; another after a Replaces. */
  get audio(): CallAudio {
    return this.#audio;
  }

  async invite(): Promise<void> {
    const sdp = await this.#audio.offer();
    if (this.#state !== 'new') return;
    const { exchange, user, from, dialled, headers } = this.#options;
    const name = from.displayName === null ? '' : `"${from.displayName.replace(/["\\]/g, '')}" `;
    const dialledAddress = `<sip:${dialled}@${exchange.domain}>`;
    this.#invite = {
      kind: 'request',
      method: 'INVITE',
      uri: `sip:${user}@${exchange.domain}`,
      headers: [
        { name: 'Via', value: `SIP/2.0/WS ${this.#via};branch=${newBranch()}` },
        { name: 'Max-Forwards', value: '70' },
        { name: 'From', value: `${name}<sip:${from.number}@${exchange.domain}>;tag=${newToken()}` },
        { name: 'To', value: dialledAddress },
        { name: 'Call-ID', value: newToken() },
        { name: 'CSeq', value: '1 INVITE' },
        this.#contact,
        { name: 'P-Called-Party-ID', value: dialledAddress },
        ...headers,
        allowed,
        supported,
        sdpType,
      ],
      body: sdp,
    };
    this.#state = 'calling';
    this.#party.send(this.#invite);
  }

  /** Ends the call, whatever it has come to. */
  hangUp(): void {
    if (this.#state === 'up' && this.#dialog !== null) {
      this.#party.send(this.#dialog.request('BYE', this.#via));
      this.#over(null);
    } else if (this.#state === 'calling') this.#giveUp();
    else this.#over(null);
  }

  /** Stops listening; to be called once nothing can arrive any more. */
  detach(): void {
    this.#party.detach();
  }

  get #via(): string {
    return `${this.#token}.invalid`;
  }

  #giveUp(): void {
    const invite = this.#invite;
    if (this.#givenUp || invite === null) return;
    this.#givenUp = true;
    const kept = invite.headers.filter(({ name }) => ['Via', 'Max-Forwards', 'From', 'To', 'Call-ID'].includes(name));
    this.#party.send({ kind: 'request', method: 'CANCEL', uri: invite.uri, headers: [...kept, { name: 'CSeq', value: '1 CANCEL' }], body: '' });
  }

  #receive(message: SipMessage): void {
    const work = message.kind === 'response' ? this.#onResponse(message) : this.#onRequest(message);
    work.catch((error: unknown) => {
      this.#options.logger.error({ err: error }, 'a practice call met a defect');
      if (message.kind === 'request' && message.method !== 'ACK') this.#party.send(responseTo(message, 500));
    });
  }

  async #onResponse(response: SipResponse): Promise<void> {
    const invite = this.#invite;
    if (invite === null || valueOf(response, 'CSeq') !== '1 INVITE' || valueOf(response, 'Call-ID') !== valueOf(invite, 'Call-ID')) return;
    if (response.status < 200) {
      if (response.status >= 180) this.#options.onRinging();
      return;
    }
    if (this.#ack !== null) {
      // The answer came again: so does the acknowledgement (RFC 3261 section 13.2.2.4).
      if (response.status < 300) this.#party.send(this.#ack);
      return;
    }
    if (response.status >= 300) {
      this.#over(response.status);
      return;
    }
    this.#dialog = Dialog.ofCaller(invite, response);
    this.#ack = this.#dialog.request('ACK', this.#via);
    this.#party.send(this.#ack);
    this.#state = 'up';
    if (this.#givenUp) {
      // The operator answered while our CANCEL was under way.
      this.hangUp();
      return;
    }
    await this.#audio.accept(response.body);
    this.#options.onAnswered();
  }

  async #onRequest(request: SipRequest): Promise<void> {
    const answer = (status: number, headers: readonly SipHeader[] = []): void => {
      if (request.method !== 'ACK') this.#party.send(responseTo(request, status, { toTag: newToken(), headers }));
    };
    if (tagOf(valueOf(request, 'To')) === undefined && request.method === 'INVITE') {
      await this.#onNewInvite(request, answer);
      return;
    }
    if (request.method === 'OPTIONS') return answer(200, [allowed, supported]);
    if (request.method === 'BYE' && this.#former?.owns(request) === true) {
      this.#former = null;
      return answer(200);
    }
    const dialog = this.#dialog;
    if (dialog === null || this.#state !== 'up' || !dialog.owns(request)) return answer(481);
    if (!dialog.take(request)) return answer(500);
    switch (request.method) {
      case 'ACK':
        this.#endFormer();
        return;
      case 'BYE':
        answer(200);
        this.#over(null);
        return;
      case 'INVITE':
        await this.#onOffer(request, answer);
        return;
      case 'UPDATE':
        if (request.body === '') answer(200, [this.#contact, ...timerOf(request)]);
        else await this.#onOffer(request, answer);
        return;
      case 'INFO':
        answer(200);
        return;
      default:
        answer(405, [allowed]);
    }
  }

  /** Hold, resume, an ICE restart. */
  async #onOffer(request: SipRequest, answer: (status: number) => void): Promise<void> {
    // Who offers nothing wants an offer from us; no client of this exchange does.
    if (request.body === '') return answer(488);
    if (this.#negotiating) return answer(491);
    this.#negotiating = true;
    try {
      const sdp = await this.#audio.answer(request.body);
      if (this.#state !== 'up') return answer(481);
      this.#party.send(responseTo(request, 200, { headers: [this.#contact, allowed, supported, ...timerOf(request), sdpType], body: sdp }));
      this.#options.onHeld(this.#audio.heldByRemote);
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'an offer in a practice call cannot be answered');
      answer(488);
    } finally {
      this.#negotiating = false;
    }
  }

  async #onNewInvite(request: SipRequest, answer: (status: number, headers?: readonly SipHeader[]) => void): Promise<void> {
    const unknown = tagsOf(request, 'Require').filter((tag) => tag !== 'replaces' && tag !== 'timer');
    if (unknown.length > 0) return answer(420, [{ name: 'Unsupported', value: unknown.join(', ') }]);
    const replaces = valueOf(request, 'Replaces');
    if (replaces === undefined) return answer(486);
    const former = this.#dialog;
    if (former === null || this.#state !== 'up' || !former.isNamedBy(replaces)) return answer(481);
    const formerAudio = this.#audio;
    const audio = this.#options.newAudio();
    let sdp: string;
    try {
      sdp = await audio.answer(request.body);
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'a replacing INVITE cannot be answered');
      void audio.close();
      return answer(488);
    }
    const localTag = newToken();
    this.#dialog = Dialog.ofCalled(request, localTag);
    this.#audio = audio;
    this.#party.send(responseTo(request, 200, { toTag: localTag, headers: [this.#contact, allowed, supported, ...timerOf(request), sdpType], body: sdp }));
    this.#former = former;
    void formerAudio.close();
    this.#options.onHeld(audio.heldByRemote);
  }

  /**
   * Who accepted ends the dialog that was replaced (RFC 3891 section 3); once the new one is confirmed, for a workstation that
   * hears of the end first would take the call for over.
   */
  #endFormer(): void {
    const former = this.#former;
    this.#former = null;
    if (former !== null) this.#party.send(former.request('BYE', this.#via));
  }

  #over(status: number | null): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#endFormer();
    void this.#audio.close();
    this.#options.onEnded(status);
  }
}

/** We never refresh a session; whoever asks for a session timer keeps it up (RFC 4028 section 9). */
function timerOf(request: SipRequest): SipHeader[] {
  const asked = valueOf(request, 'Session-Expires');
  if (asked === undefined) return [];
  const value = /;\s*refresher=/i.test(asked) ? asked : `${asked};refresher=uac`;
  return [{ name: 'Session-Expires', value }, { name: 'Require', value: 'timer' }];
}
