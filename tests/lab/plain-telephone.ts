import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { until } from './wait.ts';

const token = (): string => randomBytes(6).toString('hex');

interface Heard {
  readonly status: number;
  readonly branch: string;
}

/**
 * What tells an exchange something, or is told something by it, beside calls: a mailbox that counts its messages, a colleague's
 * lamps. One request at a time over UDP; from a name that the lab asks no password of.
 */
export class PlainTelephone {
  /** Bodies of the NOTIFY requests that came, in order. */
  readonly notified: string[] = [];
  readonly #socket: Socket;
  readonly #user: string;
  readonly #port: number;
  readonly #server: number;
  readonly #answers: Heard[] = [];

  private constructor(socket: Socket, user: string, server: number) {
    this.#socket = socket;
    this.#user = user;
    this.#port = socket.address().port;
    this.#server = server;
    socket.on('message', (data) => this.#take(data.toString('utf8')));
  }

  /** @param server the SIP port of the exchange. */
  static async open(user: string, server: number): Promise<PlainTelephone> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return new PlainTelephone(socket, user, server);
  }

  /** Tells the exchange a state (RFC 3903). @returns its answer. */
  publish(about: string, event: string, type: string, body: string): Promise<number> {
    return this.#ask('PUBLISH', about, [`Event: ${event}`, 'Expires: 600', `Content-Type: ${type}`], body);
  }

  /** Asks to be told of a state (RFC 6665). @returns its answer. */
  subscribe(about: string, event: string, accept: string): Promise<number> {
    return this.#ask('SUBSCRIBE', about, [`Event: ${event}`, 'Expires: 600', `Accept: ${accept}`, `Contact: <sip:${this.#user}@127.0.0.1:${this.#port}>`], '');
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(method: string, about: string, headers: readonly string[], body: string): Promise<number> {
    const branch = `z9hG4bK${token()}`;
    const lines = [
      `${method} sip:${about}@lab.test SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${this.#port};branch=${branch};rport`,
      `From: <sip:${this.#user}@lab.test>;tag=${token()}`,
      `To: <sip:${about}@lab.test>`,
      `Call-ID: ${token()}`,
      `CSeq: 1 ${method}`,
      'Max-Forwards: 70',
      ...headers,
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    this.#send(lines, body);
    const { status } = await until(`${method} is answered`, () => this.#answers.find((answer) => answer.branch === branch && answer.status >= 200));
    return status;
  }

  #take(message: string): void {
    const [start = ''] = message.split('\r\n', 1);
    const response = /^SIP\/2\.0 (\d{3})/.exec(start)?.[1];
    if (response !== undefined) {
      this.#answers.push({ status: Number(response), branch: /branch=([^;\s]+)/.exec(message)?.[1] ?? '' });
      return;
    }
    if (start.startsWith('NOTIFY ')) this.notified.push(message.slice(message.indexOf('\r\n\r\n') + 4));
    const kept = message.split('\r\n').filter((line) => /^(via|from|to|call-id|cseq|record-route):/i.test(line));
    this.#send(['SIP/2.0 200 OK', ...kept, 'Content-Length: 0'], '');
  }

  #send(lines: readonly string[], body: string): void {
    this.#socket.send(`${lines.join('\r\n')}\r\n\r\n${body}`, this.#server, '127.0.0.1');
  }
}
