import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';

interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** The network between Balie and central, with a switch: it can be down, and it can lose answers. */
export class CentralGate {
  /** Requests that reached central, in order. */
  readonly passed: Passed[] = [];
  private readonly target: URL;
  private server: Server;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private losing: string | null = null;

  constructor(target: string) {
    this.target = new URL(target);
    this.server = this.makeServer();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Lets Balie through; after `close` at the same address as before. */
  async open(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Central is gone: connections break, new ones are refused. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = this.makeServer();
  }

  /** From now on central gets requests to this path and does what they ask, but its answers are lost. */
  loseAnswers(path: string): void {
    this.losing = path;
  }

  deliverAnswers(): void {
    this.losing = null;
  }

  /** As if nothing had happened. */
  async restore(): Promise<void> {
    this.deliverAnswers();
    if (!this.server.listening) await this.open();
  }

  private makeServer(): Server {
    const server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing));
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    return server;
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = incoming;
    const forwarded = request({ host: this.target.hostname, port: this.target.port, method, path: url, headers }, (answer) => {
      this.passed.push({ method, path: url, body: body.toString('utf8') });
      if (this.losing !== null && url.startsWith(this.losing)) {
        answer.resume();
        answer.once('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
    });
    forwarded.once('error', () => incoming.socket.destroy());
    outgoing.once('close', () => forwarded.destroy());
    forwarded.end(body);
  }
}
