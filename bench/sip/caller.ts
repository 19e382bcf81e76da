import { randomBytes } from 'node:crypto';
import { header, headersOf, type SipMessage, writeSip } from './message.ts';
import { agreedDirection, Echo, type MediaEnd, plainSdp, UdpEndpoint } from './udp-endpoint.ts';

/** The telephone that rings the application, over the trunk. One call at a time. */
export class Caller {
  readonly #endpoint: UdpEndpoint;
  readonly #media: MediaEnd;
  readonly #server: number;
  #call: CallToApp | null = null;

  private constructor(endpoint: UdpEndpoint, media: MediaEnd, server: number) {
    this.#endpoint = endpoint;
    this.#media = media;
    this.#server = server;
    endpoint.onMessage((message) => this.#call?.take(message));
  }

  /** @param server - UDP port of the SIP server on 127.0.0.1. @param media - what the caller hears with and speaks with; an echo by itself. */
  static async open(server: number, media?: MediaEnd): Promise<Caller> {
    return new Caller(await UdpEndpoint.open({ server }), media ?? (await Echo.open()), server);
  }

  /** Sends the INVITE. */
  call(target: string, from: { readonly number: string; readonly name: string }): CallToApp {
    this.#call = new CallToApp({ endpoint: this.#endpoint, server: this.#server, mediaPort: this.#media.port, target, from });
    return this.#call;
  }

  close(): void {
    this.#endpoint.close();
    this.#media.close();
  }
}

interface CallOptions {
  readonly endpoint: UdpEndpoint;
  readonly server: number;
  readonly mediaPort: number;
  readonly target: string;
  readonly from: { readonly number: string; readonly name: string };
}

const ofRequest = ['via', 'record-route', 'from', 'to', 'call-id', 'cseq'];

/** One call that the caller makes: rings until it is answered, agrees to be held and to be sent elsewhere, ends on a BYE from either side. */
export class CallToApp {
  readonly callId = `${randomBytes(8).toString('hex')}@bench`;
  readonly #options: CallOptions;
  readonly #from: string;
  readonly #uri: string;
  #to: string;
  #cseq = 1;
  #remote: { readonly contact: string; readonly routes: readonly string[] } | null = null;
  #ended = false;
  #failure: number | null = null;

  constructor(options: CallOptions) {
    this.#options = options;
    const { endpoint, server, mediaPort, target, from } = options;
    this.#uri = `sip:${target}@127.0.0.1:${server}`;
    this.#from = `"${from.name}" <sip:${from.number}@127.0.0.1:${endpoint.port}>;tag=${randomBytes(4).toString('hex')}`;
    this.#to = `<${this.#uri}>`;
    const headers = [['Contact', `<sip:caller@127.0.0.1:${endpoint.port}>`], ['Content-Type', 'application/sdp']] as const;
    this.#request('INVITE', 1, this.#uri, headers, plainSdp(mediaPort));
  }

  /** True from the ACK to the BYE. */
  get up(): boolean {
    return this.#remote !== null && !this.#ended;
  }

  /** The status of a refusal; null while there is none. */
  get failure(): number | null {
    return this.#failure;
  }

  /** Sends the BYE, if the call was answered. */
  hangUp(): void {
    if (!this.up) return;
    this.#inDialog('BYE', ++this.#cseq);
    this.#ended = true;
  }

  /** Hangs up while it rings: the CANCEL belongs to the INVITE's transaction (RFC 3261 section 9.1). */
  giveUp(): void {
    if (this.#remote === null && this.#failure === null) this.#request('CANCEL', 1, this.#uri);
  }

  take(message: SipMessage): void {
    if (message.callId !== this.callId) return;
    if (message.method === 'BYE') {
      this.#reply(message, '200 OK');
      this.#ended = true;
      return;
    }
    if (message.method === 'INVITE') {
      this.#answerAgain(message);
      return;
    }
    if (message.method === 'REFER') {
      this.#followReferral(message);
      return;
    }
    if (message.cseq.method !== 'INVITE' || message.status === null || message.status < 200) return;
    this.#to = header(message, 'to') ?? this.#to;
    if (message.status >= 300) {
      this.#failure = message.status;
      this.#request('ACK', 1, this.#uri);
      return;
    }
    const contact = /<([^>]+)>/.exec(header(message, 'contact') ?? '')?.[1] ?? this.#uri;
    this.#remote = { contact, routes: headersOf(message, 'record-route').toReversed() };
    this.#inDialog('ACK', 1);
  }

  /** The application lays its media anew, or puts the caller on hold: the same telephone is still here, and agrees. */
  #answerAgain(message: SipMessage): void {
    const { endpoint, mediaPort } = this.#options;
    const own = [['Contact', `<sip:caller@127.0.0.1:${endpoint.port}>`], ['Content-Type', 'application/sdp']] as const;
    this.#reply(message, '200 OK', own, plainSdp(mediaPort, agreedDirection(message.body)));
  }

  /** The application sends the caller elsewhere (RFC 3515): it says at once that it got there. */
  #followReferral(message: SipMessage): void {
    this.#reply(message, '202 Accepted', [['Contact', `<sip:caller@127.0.0.1:${this.#options.endpoint.port}>`]]);
    const headers = [['Event', 'refer'], ['Subscription-State', 'terminated;reason=noresource'], ['Content-Type', 'message/sipfrag']] as const;
    this.#inDialog('NOTIFY', ++this.#cseq, headers, 'SIP/2.0 200 OK\r\n');
  }

  #reply(request: SipMessage, status: string, own: readonly (readonly [string, string])[] = [], body = ''): void {
    this.#options.endpoint.send(writeSip(`SIP/2.0 ${status}`, [...request.headers.filter(([name]) => ofRequest.includes(name)), ...own], body));
  }

  #inDialog(method: string, cseq: number, headers: readonly (readonly [string, string])[] = [], body = ''): void {
    if (this.#remote === null) return;
    const routes = this.#remote.routes.map((route) => ['Route', route] as const);
    this.#request(method, cseq, this.#remote.contact, [...routes, ['Contact', `<sip:caller@127.0.0.1:${this.#options.endpoint.port}>`], ...headers], body);
  }

  #request(method: string, cseq: number, uri: string, headers: readonly (readonly [string, string])[] = [], body = ''): void {
    const { endpoint } = this.#options;
    // The ACK of a refusal belongs to the INVITE's transaction (RFC 3261 section 17.1.1.3), and so does a CANCEL; all others have one of their own.
    const branch = method === 'INVITE' || method === 'CANCEL' || (method === 'ACK' && this.#failure !== null) ? this.callId.slice(0, 16) : randomBytes(8).toString('hex');
    const common = [
      ['Via', `SIP/2.0/UDP 127.0.0.1:${endpoint.port};branch=z9hG4bK${branch};rport`],
      ['Max-Forwards', '70'],
      ['From', this.#from],
      ['To', this.#to],
      ['Call-ID', this.callId],
      ['CSeq', `${cseq} ${method}`],
    ] as const;
    endpoint.send(writeSip(`${method} ${uri} SIP/2.0`, [...common, ...headers], body));
  }
}
