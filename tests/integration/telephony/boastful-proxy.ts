import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** A WebSocket before the SIP server that lets every peer claim to know Replaces (RFC 3891), which baresip does not. */
export class BoastfulProxy {
  readonly url: string;
  readonly #server: WebSocketServer;

  private constructor(server: WebSocketServer, target: string) {
    this.#server = server;
    this.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (client) => {
      const upstream = new WebSocket(target, 'sip');
      const opened = once(upstream, 'open');
      client.on('message', (data) => void opened.then(() => upstream.send(data, { binary: false })));
      upstream.on('message', (data) => client.send(withReplaces((data as Buffer).toString('utf8'))));
      client.on('close', () => upstream.terminate());
      upstream.on('close', () => client.terminate());
    });
  }

  static async start(target: string): Promise<BoastfulProxy> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
    await once(server, 'listening');
    return new BoastfulProxy(server, target);
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function withReplaces(message: string): string {
  return message.replace(/\r\n\r\n/, '\r\nSupported: replaces\r\n\r\n');
}
