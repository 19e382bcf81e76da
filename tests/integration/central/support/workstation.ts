import type { Central } from '../../../../central/central.ts';
import { newId } from '#shared/domain/ids.ts';
import { sessionSchema, type Device, type Session } from '#shared/contract/session.ts';
import { changesSchema, mutationResultsSchema, snapshotLineSchema, type Changes, type Mutation, type MutationResult, type SnapshotLine } from '#shared/contract/sync.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly json: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends one request without a socket. A string and bytes are sent as they are, anything else as JSON. */
export async function request(central: Central, method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await central.app.inject({ method, url, headers: { ...type, ...headers }, ...payload });
  const isJson = /json(;|$)/.test(String(answer.headers['content-type'])) && !/ndjson/.test(String(answer.headers['content-type']));
  return { status: answer.statusCode, headers: answer.headers, text: answer.payload, bytes: answer.rawPayload, json: isJson ? JSON.parse(answer.payload) : undefined };
}

export function newDevice(): Device {
  return { id: newId(), name: 'workstation', platform: 'linux' };
}

/** @returns the `code` of a problem. */
export function codeIn(answer: Answer): unknown {
  return (answer.json as { code?: unknown } | undefined)?.code;
}

let counter = 0;

/** An operator at a device, signed in. */
export class Workstation {
  readonly central: Central;
  readonly device: Device;
  session: Session;

  constructor(central: Central, device: Device, session: Session) {
    this.central = central;
    this.device = device;
    this.session = session;
  }

  /** A new operator at a new device; `as` signs a known one in at another device. */
  static async open(central: Central, as?: Workstation, extension: string | null = null): Promise<Workstation> {
    const username = as?.session.agent.username ?? `operator${(counter += 1)}`;
    if (as === undefined) await central.admin.createAgent({ username, name: 'Operator', extension });
    const { code } = await central.admin.createEnrolment(username, 'http://127.0.0.1:1', 60_000);
    const device = newDevice();
    const answer = await request(central, 'POST', '/v1/session/enrol', { code, device });
    return new Workstation(central, device, sessionSchema.parse(answer.json));
  }

  get agentId(): string {
    return this.session.agent.id;
  }

  get authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.session.accessToken}` };
  }

  async send(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return await request(this.central, method, url, body, { ...this.authorization, ...headers });
  }

  /** @returns a list to its end, as many things a page as are asked for. */
  async list(path: string, limit: number, filter: Record<string, string> = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    for (let cursor: string | null = null; ; ) {
      const query = new URLSearchParams({ ...filter, limit: String(limit), ...(cursor === null ? {} : { cursor }) });
      const answer = await this.send('GET', `${path}?${query.toString()}`);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
      const page = answer.json as { items: unknown[]; next: string | null };
      if (page.items.length > limit) throw new Error(`${path}: ${page.items.length} on a page of ${limit}`);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = page.next;
    }
  }

  async mutate(...mutations: readonly Mutation[]): Promise<MutationResult[]> {
    const answer = await this.send('POST', '/v1/mutations', { mutations });
    if (answer.status !== 200) throw new Error(`mutations answered ${answer.status}: ${answer.text}`);
    return mutationResultsSchema.parse(answer.json).results;
  }

  async mutateOne(mutation: Mutation): Promise<MutationResult> {
    const [result] = await this.mutate(mutation);
    if (result === undefined) throw new Error('no result');
    return result;
  }

  /** @param after the mark after which it goes on. */
  async snapshot(after?: string): Promise<SnapshotLine[]> {
    const { status, text } = await this.send('GET', `/v1/snapshot${after === undefined ? '' : `?after=${after}`}`);
    if (status !== 200) throw new Error(`snapshot answered ${status}: ${text}`);
    return text.trimEnd().split('\n').map((line) => snapshotLineSchema.parse(JSON.parse(line)));
  }

  async cursor(): Promise<string> {
    const [begin] = await this.snapshot();
    if (begin?.type !== 'begin') throw new Error('no begin');
    return begin.cursor;
  }

  async changes(cursor: string, limit = 1000): Promise<Changes> {
    const answer = await this.send('GET', `/v1/changes?cursor=${cursor}&limit=${limit}`);
    if (answer.status !== 200) throw new Error(`changes answered ${answer.status}: ${answer.text}`);
    return changesSchema.parse(answer.json);
  }
}
