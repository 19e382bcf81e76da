import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';
import { hashOf } from '../secrets.ts';
import type { CentralApp } from '../http/types.ts';

export interface MetricsOptions {
  /** An address of its own: figures are for the centre's monitoring, not for workstations. */
  readonly host: string;
  readonly port: number;
  /** Asked as a bearer token where it is given. */
  readonly token?: string;
}

/** Seconds; around the 50 ms that are promised for an ordinary request. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/** What Prometheus reads. Labels are patterns of routes and names of things: no ids, no people. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #options: MetricsOptions;
  readonly #server: Server;

  constructor(app: CentralApp, context: Context, options: MetricsOptions) {
    this.#options = options;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry, prefix: 'balie_' });
    const duration = new Histogram({ name: 'balie_http_request_duration_seconds', help: 'Requests by route and status', labelNames: ['method', 'route', 'status'], buckets, registers });
    app.addHook('onResponse', async (request, reply) => {
      duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    });
    const place = new Gauge({ name: 'balie_log_sequence', help: 'How far the log of changes has come', registers });
    context.changed.subscribe(({ sequence }) => place.set(sequence));
    const streams: Gauge = new Gauge({
      name: 'balie_event_streams',
      help: 'Workstations that are connected for live events',
      registers,
      collect: () => streams.set(context.newsDesk.size),
    });
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @returns where the figures are. */
  async listen(): Promise<string> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(port, host, resolve));
    return `http://${host}:${(this.#server.address() as AddressInfo).port}/metrics`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    if (!this.#isAllowed(request.headers.authorization)) return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    response.writeHead(200, { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' }).end(await this.#registry.metrics());
  }

  #isAllowed(authorization: string | undefined): boolean {
    const { token } = this.#options;
    return token === undefined || timingSafeEqual(Buffer.from(hashOf(`Bearer ${token}`)), Buffer.from(hashOf(authorization ?? '')));
  }
}
