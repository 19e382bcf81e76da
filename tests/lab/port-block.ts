import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:net';

const size = 400;
/** Below Linux' ephemeral ports (32768 and up), so that no outgoing connection takes one of ours. */
const first = 11_000;
const count = 54;

/** Ten apart, because baresip takes neighbours too. */
export interface PeerPorts {
  readonly sip: number;
  readonly control: number;
  /** RTP and RTCP of its calls. */
  readonly media: readonly [number, number];
}

function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

function udpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

async function tcpFree(port: number): Promise<boolean> {
  const server = await listen(port);
  if (server === null) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/**
 * Ports of 127.0.0.1 for one lab. Holding the first one of the block as a TCP listener is the lock
 * between labs that run at once; the system releases it also when a test process dies.
 */
export class PortBlock {
  readonly sip: number;
  readonly ws: number;
  readonly sips: number;
  readonly wss: number;
  readonly ng: number;
  /** Where the trunk sends numbers: a sipp that answers. */
  readonly trunk: number;
  readonly trunkMedia: number;
  /** The second telephone behind a number that the exchange forks. */
  readonly fork: number;
  readonly forkMedia: number;
  readonly turn: number;
  readonly turns: number;
  readonly turnRelay: readonly [number, number];
  /** RTP of the peers lies between these two (both included). */
  readonly peerMedia: readonly [number, number];
  readonly rtpengine: readonly [number, number];
  private readonly guard: Server;
  private readonly freePeers: PeerPorts[];

  private constructor(base: number, guard: Server) {
    this.guard = guard;
    this.ng = base + 1;
    this.sip = base + 2;
    this.ws = base + 3;
    this.sips = base + 4;
    this.wss = base + 5;
    this.trunk = base + 6;
    this.trunkMedia = base + 8;
    this.fork = base + 7;
    this.forkMedia = base + 14;
    this.turn = base + 12;
    this.turns = base + 13;
    this.turnRelay = [base + 350, base + size - 1];
    this.peerMedia = [base + 20, base + 139];
    this.rtpengine = [base + 150, base + 349];
    this.freePeers = Array.from({ length: 12 }, (_, index) => {
      const sip = base + 20 + index * 10;
      return { sip, control: sip + 2, media: [sip + 4, sip + 9] };
    });
  }

  /** Takes a block that nobody uses. */
  static async take(): Promise<PortBlock> {
    const start = Math.floor(Math.random() * count);
    for (let step = 0; step < count; step += 1) {
      const base = first + ((start + step) % count) * size;
      const guard = await listen(base);
      if (guard === null) continue;
      guard.unref();
      const block = new PortBlock(base, guard);
      if (await block.isFree()) return block;
      await block.release();
    }
    throw new Error('No block of free ports on 127.0.0.1');
  }

  private async isFree(): Promise<boolean> {
    const tcp = await Promise.all([this.sip, this.ws, this.sips, this.wss].map(tcpFree));
    const udp = await Promise.all([this.ng, this.sip, this.trunk, this.rtpengine[0]].map(udpFree));
    return [...tcp, ...udp].every(Boolean);
  }

  /** Takes ports for one more peer. */
  takePeer(): PeerPorts {
    const free = this.freePeers.shift();
    if (free === undefined) throw new Error('This lab has no ports left for another peer: stop one');
    return free;
  }

  givePeerBack(ports: PeerPorts): void {
    if (!this.freePeers.includes(ports)) this.freePeers.push(ports);
  }

  async release(): Promise<void> {
    await new Promise((resolve) => this.guard.close(resolve));
  }
}
