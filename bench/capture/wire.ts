import { LabProcess } from '../../tests/lab/lab-process.ts';
import { until } from '../../tests/lab/wait.ts';
import { header, parseSip, type SipMessage, userOf } from '../sip/message.ts';
import { ByteStream } from './byte-stream.ts';
import { type Packet, PcapReader } from './pcap.ts';
import { WebSocketFrames } from './websocket-frames.ts';

/** A SIP message on the leg of an application under test. */
export interface SeenMessage {
  /** Kernel time, milliseconds since the epoch. */
  readonly at: number;
  /** Who registered over this connection. */
  readonly user: string;
  readonly fromApp: boolean;
  readonly message: SipMessage;
}

interface WireOptions {
  readonly dir: string;
  /** Port on which the SIP server speaks WebSocket. */
  readonly webSocketPort: number;
  /** Ports of the media relay, both included. */
  readonly media: readonly [number, number];
}

interface Connection {
  user: string;
  readonly toApp: ByteStream;
  readonly fromApp: ByteStream;
}

/** What passes on lo between the applications and the servers, with the kernel's clock: one capture, one clock for all. */
export class Wire {
  readonly #process: LabProcess;
  readonly #webSocketPort: number;
  readonly #connections = new Map<number, Connection>();
  #messages: SeenMessage[] = [];
  #media: Packet[] = [];

  private constructor({ dir, webSocketPort, media: [from, to] }: WireOptions) {
    this.#webSocketPort = webSocketPort;
    const filter = `tcp port ${webSocketPort} or udp dst portrange ${from}-${to}`;
    this.#process = new LabProcess({ dir, name: 'wire', command: 'dumpcap', args: ['-i', 'lo', '-P', '-q', '-B', '16', '-w', '-', '-f', filter], pipeOutput: true });
    const reader = new PcapReader((packet) => this.#take(packet));
    this.#process.output.on('data', (data: Buffer) => reader.push(data));
  }

  /** Back when it captures. */
  static async start(options: WireOptions): Promise<Wire> {
    const wire = new Wire(options);
    await until('dumpcap captures on lo', () => wire.#process.log().includes('File: -'));
    return wire;
  }

  /** Waits for a message on a user's leg. */
  async message(what: string, user: string, matches: (seen: SeenMessage) => boolean, withinMs = 10_000): Promise<SeenMessage> {
    return until(`${what} on the leg of ${user}`, () => this.#messages.find((seen) => seen.user === user && matches(seen)), { withinMs, everyMs: 5 });
  }

  /** Waits for the first RTP or SRTP packet that an application sends from one of these ports. */
  async firstRtp(ports: ReadonlySet<number>, since: number, withinMs = 10_000): Promise<number> {
    const packet = await until('the first RTP from the application', () => this.#media.find((seen) => seen.at >= since && ports.has(seen.sourcePort) && isRtp(seen.payload)), { withinMs, everyMs: 5 });
    return packet.at;
  }

  /** @returns when RTP or SRTP left one of these ports, in a span of time. */
  rtpFrom(ports: ReadonlySet<number>, from: number, to: number): readonly number[] {
    return this.#media.filter((seen) => seen.at >= from && seen.at <= to && ports.has(seen.sourcePort) && isRtp(seen.payload)).map(({ at }) => at);
  }

  /** @returns when RTP or SRTP came to the relay from ports that sent none before a moment. */
  rtpFromOthers(known: ReadonlySet<number>, since: number): readonly number[] {
    const before = new Set([...known, ...this.#media.filter(({ at }) => at < since).map(({ sourcePort }) => sourcePort)]);
    return this.#media.filter((seen) => seen.at >= since && !before.has(seen.sourcePort) && isRtp(seen.payload)).map(({ at }) => at);
  }

  /** Forgets what was seen; the connections go on. */
  forget(): void {
    this.#messages = [];
    this.#media = [];
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }

  #take(packet: Packet): void {
    if (packet.protocol === 'udp') {
      // Only the beginning of each packet counts, and thousands of them pass.
      this.#media.push({ ...packet, payload: Buffer.from(packet.payload.subarray(0, 2)) });
      return;
    }
    const fromApp = packet.destinationPort === this.#webSocketPort;
    const port = fromApp ? packet.sourcePort : packet.destinationPort;
    // A SYN of the application begins a new connection, also on a port that was used before.
    const connection = (packet.syn && fromApp ? undefined : this.#connections.get(port)) ?? this.#open(port);
    (fromApp ? connection.fromApp : connection.toApp).push(packet);
  }

  #open(port: number): Connection {
    const direction = (fromApp: boolean): ByteStream => {
      const frames = new WebSocketFrames((text, at) => this.#onMessage(connection, fromApp, text, at));
      return new ByteStream((bytes, at) => frames.push(bytes, at));
    };
    const connection: Connection = { user: '', toApp: direction(false), fromApp: direction(true) };
    this.#connections.set(port, connection);
    return connection;
  }

  #onMessage(connection: Connection, fromApp: boolean, text: string, at: number): void {
    const message = parseSip(text);
    if (message === null) return;
    if (fromApp && message.method === 'REGISTER') connection.user = userOf(header(message, 'from') ?? '') ?? '';
    this.#messages.push({ at, user: connection.user, fromApp, message });
  }
}

/** RTP or RTCP by the first byte (RFC 7983), RTCP ruled out by the second (RFC 5761 section 4). */
function isRtp(payload: Buffer): boolean {
  const [first = 0, second = 0] = payload;
  return first >= 128 && first <= 191 && !(second >= 192 && second <= 223);
}
