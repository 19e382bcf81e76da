import { Agent, request, type IncomingMessage } from 'node:http';
import { changesSchema, type Mutation } from '#shared/contract/sync.ts';
import type { AgentState } from '#shared/domain/agent-state.ts';

/** What is asked of central, as it is counted. */
export type Kind = 'changes' | 'mutations' | 'state' | 'refresh' | 'stream';

/** Told of every answer: what it was, and how long it took from the moment it was due. */
export type Measure = (kind: Kind, ms: number) => void;

export interface Account {
  readonly agentId: string;
  readonly deviceId: string;
  readonly extension: string;
  readonly queueIds: readonly string[];
  accessToken: string;
  refreshToken: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** As many connections as there are workstations: each keeps its own. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** One operator's workstation, as far as central notices it: a stream of events, changes when it is told of some, its own work. */
export class Workplace {
  readonly account: Account;
  readonly #url: string;
  readonly #measure: Measure;
  #cursor: string | null = null;
  #lastEventId: string | null = null;
  #stream: IncomingMessage | null = null;
  #pulling = false;
  #again = false;
  /** Rows that somebody waits for. */
  readonly #awaited = new Map<string, () => void>();

  constructor(url: string, account: Account, measure: Measure) {
    this.#url = url;
    this.account = account;
    this.#measure = measure;
  }

  /** Opens the stream of events, or opens it anew as every quarter of an hour. @returns when central has said hello. */
  async listen(): Promise<void> {
    const due = performance.now();
    this.#stream?.destroy();
    const headers = { ...this.#authorization, ...(this.#lastEventId === null ? {} : { 'last-event-id': this.#lastEventId }) };
    const stream = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${this.#url}/v1/events`, { agent, headers }, resolve).once('error', reject).end();
    });
    if (stream.statusCode !== 200) throw new Error(`events answered ${stream.statusCode ?? 0}`);
    this.#stream = stream;
    // Closing it ourselves is no failure.
    stream.on('error', () => undefined);
    let text = '';
    await new Promise<void>((resolve) => {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) if (this.#hear(block)) resolve();
      });
    });
    this.#measure('stream', performance.now() - due);
  }

  /** Sends work, as the outbox does, in one request. */
  async send(mutations: readonly Mutation[], due: number): Promise<void> {
    const { body } = await this.#ask('mutations', 'POST', '/v1/mutations', { mutations }, due);
    const { results } = JSON.parse(body) as { results: { status: string }[] };
    const refused = results.find(({ status }) => status !== 'applied');
    if (refused !== undefined) throw new Error(`a mutation was answered ${JSON.stringify(refused)}`);
  }

  async report(state: AgentState, due: number): Promise<void> {
    await this.#ask('state', 'PUT', '/v1/agents/me/state', { state, at: state.since }, due);
  }

  async refresh(due: number): Promise<void> {
    const { refreshToken, deviceId } = this.account;
    const { body } = await this.#ask('refresh', 'POST', '/v1/session/refresh', { refreshToken, deviceId }, due);
    Object.assign(this.account, JSON.parse(body) as Pick<Account, 'accessToken' | 'refreshToken'>);
  }

  /** Asks for changes until there are none left, one page at a time. */
  async pull(due = performance.now()): Promise<void> {
    this.#again = true;
    if (this.#pulling || this.#cursor === null) return;
    this.#pulling = true;
    try {
      let asked = due;
      while (this.#again) {
        this.#again = false;
        const { body } = await this.#ask('changes', 'GET', `/v1/changes?cursor=${this.#cursor}`, undefined, asked);
        const page = changesSchema.parse(JSON.parse(body));
        this.#cursor = page.cursor;
        this.#again ||= page.more;
        for (const { id } of page.changes) this.#awaited.get(id)?.();
        asked = performance.now();
      }
    } finally {
      this.#pulling = false;
    }
  }

  /** @returns the moment at which a row has arrived here by itself. */
  async arrivalOf(id: string): Promise<number> {
    await new Promise<void>((resolve) => this.#awaited.set(id, resolve));
    this.#awaited.delete(id);
    return performance.now();
  }

  /** @returns where central's log stands for this operator. */
  async cursorNow(): Promise<string> {
    await this.listen();
    this.close();
    return this.#cursor ?? '';
  }

  close(): void {
    this.#stream?.destroy();
  }

  get #authorization(): { authorization: string } {
    return { authorization: `Bearer ${this.account.accessToken}` };
  }

  /** @returns whether it was hello. */
  #hear(block: string): boolean {
    const id = /^id: (.+)$/m.exec(block)?.[1];
    if (id === undefined) return false;
    this.#lastEventId = id;
    this.#cursor ??= id;
    if (id !== this.#cursor) void this.pull();
    return block.includes('event: hello');
  }

  async #ask(kind: Kind, method: string, path: string, body: unknown, due: number): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...this.#authorization, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }) };
    const answer = await new Promise<Answer>((resolve, reject) => {
      request(`${this.#url}${path}`, { agent, method, headers }, (response) => {
        let received = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: received })).once('error', reject);
      })
        .once('error', reject)
        .end(text);
    });
    this.#measure(kind, performance.now() - due);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    return answer;
  }
}
