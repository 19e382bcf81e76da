import { header, type SipMessage, writeSip } from './message.ts';
import { Echo, plainSdp, UdpEndpoint } from './udp-endpoint.ts';

const copied = ['via', 'record-route', 'from', 'call-id', 'cseq'];

/** The telephone behind the trunk that the application dials: it rings and answers at once, sends back what it hears, and lets itself be hung up on. */
export class Callee {
  readonly #endpoint: UdpEndpoint;
  readonly #echo: Echo;

  private constructor(endpoint: UdpEndpoint, echo: Echo) {
    this.#endpoint = endpoint;
    this.#echo = echo;
    endpoint.onMessage((message) => this.#take(message));
  }

  /** @param port - where the SIP server sends calls to the trunk; @param server - UDP port of that server. */
  static async open(port: number, server: number): Promise<Callee> {
    return new Callee(await UdpEndpoint.open({ port, server }), await Echo.open());
  }

  close(): void {
    this.#endpoint.close();
    this.#echo.close();
  }

  #take(request: SipMessage): void {
    if (request.method === 'INVITE') {
      this.#reply(request, '180 Ringing');
      this.#reply(request, '200 OK', plainSdp(this.#echo.port));
    } else if (request.method === 'CANCEL' || request.method === 'BYE') this.#reply(request, '200 OK');
  }

  #reply(request: SipMessage, status: string, sdp = ''): void {
    const to = header(request, 'to') ?? '';
    const headers: (readonly [string, string])[] = request.headers.filter(([name]) => copied.includes(name));
    headers.push(['To', /;tag=/.test(to) ? to : `${to};tag=callee`], ['Contact', `<sip:callee@127.0.0.1:${this.#endpoint.port}>`]);
    if (sdp !== '') headers.push(['Content-Type', 'application/sdp']);
    this.#endpoint.send(writeSip(`SIP/2.0 ${status}`, headers, sdp));
  }
}
