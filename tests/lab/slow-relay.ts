import { once } from 'node:events';
import { createSocket, type Socket } from 'node:dgram';

export interface Slowness {
  /** What every datagram waits, in each direction. */
  readonly delayMs: number;
  /** What it may wait beyond that: evenly spread, and never overtaking another, as in the queue of a router. */
  readonly jitterMs: number;
}

interface Waiting {
  readonly datagram: Buffer;
  readonly since: number;
}

interface Wait {
  readonly at: number;
  readonly ms: number;
}

/** The datagrams of one direction, in order. */
class Lane {
  readonly waits: Wait[] = [];
  readonly #queue: Waiting[] = [];
  readonly #send: (datagram: Buffer) => void;
  readonly #wait: () => number;
  #last = 0;

  constructor(send: (datagram: Buffer) => void, wait: () => number) {
    this.#send = send;
    this.#wait = wait;
  }

  take(datagram: Buffer): void {
    const since = performance.now();
    this.#last = Math.max(this.#last, since + this.#wait());
    this.#queue.push({ datagram, since });
    setTimeout(() => this.#release(), this.#last - since);
  }

  #release(): void {
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.waits.push({ at: Date.now(), ms: performance.now() - next.since });
    this.#send(next.datagram);
  }
}

/** A slow way to a server over UDP, in user space: this machine's kernel may know no netem. Whoever sends to {@link port} reaches the server, later. */
export class SlowRelay {
  readonly port: number;
  readonly #front: Socket;
  readonly #target: { readonly address: string; readonly port: number };
  readonly #ways = new Map<string, { readonly there: Lane; readonly back: Lane; readonly socket: Socket }>();
  #slowness: Slowness = { delayMs: 0, jitterMs: 0 };
  #random = 1;

  private constructor(front: Socket, target: { readonly address: string; readonly port: number }) {
    this.#front = front;
    this.port = front.address().port;
    this.#target = target;
    front.on('message', (datagram, { address, port }) => this.#way(address, port).there.take(datagram));
  }

  /** On the address of the server, at a port of its own; not slow yet. */
  static async start(target: { readonly address: string; readonly port: number }): Promise<SlowRelay> {
    const front = createSocket('udp4');
    front.bind(0, target.address);
    await once(front, 'listening');
    return new SlowRelay(front, target);
  }

  /** From now on. */
  slow(slowness: Slowness): void {
    this.#slowness = slowness;
  }

  /**
   * What it really did since a moment, the lateness of a busy machine and all.
   *
   * @returns of a datagram there and one back: what the two waited at the most; of two that followed each other back: by how much their waits differed on average.
   */
  did(since: number): { readonly roundTripMs: number; readonly jitterMs: number } {
    const waits = (lane: 'there' | 'back'): number[] => [...this.#ways.values()].flatMap((way) => way[lane].waits.filter(({ at }) => at >= since).map(({ ms }) => ms));
    const back = waits('back');
    return { roundTripMs: Math.max(...waits('there')) + Math.max(...back), jitterMs: mean(back.slice(1).map((ms, index) => Math.abs(ms - (back[index] ?? ms)))) };
  }

  async stop(): Promise<void> {
    const sockets = [this.#front, ...[...this.#ways.values()].map(({ socket }) => socket)];
    await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))));
  }

  #way(address: string, port: number) {
    const key = `${address}:${port}`;
    const known = this.#ways.get(key);
    if (known !== undefined) return known;
    const socket = createSocket('udp4');
    const there = new Lane((datagram) => send(socket, datagram, this.#target.port, this.#target.address), () => this.#wait());
    const back = new Lane((datagram) => send(this.#front, datagram, port, address), () => this.#wait());
    socket.on('message', (datagram) => back.take(datagram));
    const way = { there, back, socket };
    this.#ways.set(key, way);
    return way;
  }

  /** The same in every run. */
  #wait(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#slowness.delayMs + (this.#random / 2 ** 32) * this.#slowness.jitterMs;
  }
}

/** What still waits when the relay ends is lost, as in a router that is switched off. */
function send(socket: Socket, datagram: Buffer, port: number, address: string): void {
  try {
    socket.send(datagram, port, address);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SOCKET_DGRAM_NOT_RUNNING')) throw error;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
