import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer, type RawData } from 'ws';

/** A WebSocket between the application and its SIP server through which a test can say things that no server says. */
export class WsProxy {
  /** What the application sent, in order. */
  readonly sent: string[] = [];
  private readonly server: WebSocketServer;
  private readonly clients = new Set<WebSocket>();

  private constructor(server: WebSocketServer, target: string) {
    this.server = server;
    server.on('connection', (client) => this.join(client, target));
  }

  static async start(target: string): Promise<WsProxy> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
    await once(server, 'listening');
    return new WsProxy(server, target);
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Sends a frame to the application as if the SIP server had. */
  inject(frame: string | Buffer): void {
    for (const client of this.clients) client.send(frame);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.terminate();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: WebSocket, target: string): void {
    const upstream = new WebSocket(target, 'sip');
    const waiting: RawData[] = [];
    this.clients.add(client);
    client.on('message', (data: RawData) => {
      this.sent.push((data as Buffer).toString('utf8'));
      if (upstream.readyState === WebSocket.OPEN) upstream.send(data, { binary: false });
      else waiting.push(data);
    });
    upstream.on('open', () => {
      for (const data of waiting.splice(0)) upstream.send(data, { binary: false });
    });
    upstream.on('message', (data: RawData) => client.send(data, { binary: false }));
    for (const [one, other] of [[client, upstream], [upstream, client]] as const) {
      one.on('error', () => other.terminate());
      one.on('close', () => {
        this.clients.delete(client);
        other.terminate();
      });
    }
  }
}
