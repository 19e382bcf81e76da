import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Fault =
  /** The connection breaks before central hears anything. */
  | { readonly kind: 'down' }
  /** Central does its work, and its answer never arrives. */
  | { readonly kind: 'lose-answer' }
  /** The answer breaks off after this many bytes. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Somebody on the way answers in central's place. */
  | { readonly kind: 'answer'; readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** The whole answer is altered on the way. */
  | { readonly kind: 'rewrite'; readonly change: (text: string) => string };

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

interface Rule {
  readonly path: string;
  readonly when: (request: SeenRequest) => boolean;
  readonly fault: Fault;
  left: number;
}

/** Stands before a real central and does to its traffic what networks do. */
export class FaultProxy {
  #target: string;
  readonly #rules: Rule[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly requests: SeenRequest[] = [];

  constructor(target: string) {
    this.#target = target;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on another central stands behind this address. */
  leadTo(target: string): void {
    this.#target = target;
    this.dropConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }

  /** Lets the next `times` requests whose path begins with `path` meet a fault. @returns what ends the rule early. */
  fail(path: string, fault: Fault, { times = 1, when = () => true }: { times?: number; when?: (request: SeenRequest) => boolean } = {}): () => void {
    const rule: Rule = { path, fault, when, left: times };
    this.#rules.push(rule);
    return () => void (rule.left = 0);
  }

  /** Ends streams that stand, as a network change does. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  seen(path: string): SeenRequest[] {
    return this.requests.filter((request) => request.path.startsWith(path));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen: SeenRequest = { method: request.method ?? '', path: request.url ?? '', body: await text(request) };
    this.requests.push(seen);
    const rule = this.#rules.find(({ left, path, when }) => left > 0 && seen.path.startsWith(path) && when(seen));
    if (rule !== undefined) rule.left--;
    const fault = rule?.fault;
    if (fault?.kind === 'down') return void request.socket.destroy();
    if (fault?.kind === 'answer') return void response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
    const upstream = httpRequest(new URL(seen.path, this.#target), { method: seen.method, headers: { ...request.headers, 'accept-encoding': 'identity' } });
    upstream.on('error', () => request.socket.destroy());
    upstream.on('response', (answer) => void this.#pass(answer, response, fault));
    response.on('close', () => upstream.destroy());
    upstream.end(seen.body);
  }

  async #pass(answer: IncomingMessage, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== 'content-length'));
    switch (fault?.kind) {
      case 'lose-answer':
        await text(answer);
        response.socket?.destroy();
        break;
      case 'rewrite':
        response.writeHead(answer.statusCode ?? 500, headers).end(fault.change(await text(answer)));
        break;
      case 'cut':
        response.writeHead(answer.statusCode ?? 500, headers);
        this.#cut(answer, response, fault.afterBytes);
        break;
      default:
        response.writeHead(answer.statusCode ?? 500, headers);
        answer.on('error', () => response.destroy());
        answer.pipe(response);
    }
  }

  #cut(answer: IncomingMessage, response: ServerResponse, afterBytes: number): void {
    let left = afterBytes;
    answer.on('data', (chunk: Buffer) => {
      response.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left > 0) return;
      answer.removeAllListeners('data');
      response.end(() => response.socket?.destroy());
    });
  }
}
