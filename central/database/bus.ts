import { randomUUID } from 'node:crypto';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { sql } from 'kysely';
import { Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import { loggable } from '../errors.ts';
import type { Executor } from './schema.ts';

/**
 * What the API's processes tell each other. Ids and places only: whoever may connect to the database
 * may listen, so the reader fetches the rest from its own tables.
 */
const noticeSchema = z.discriminatedUnion('topic', [
  /** A process of the former version names no audience: then it is everybody. */
  z.object({ topic: z.literal('changed'), epoch: z.string(), sequence: z.number(), audience: z.array(z.string()).readonly().nullable().default(null) }),
  z.object({ topic: z.literal('session-ended'), sessionId: z.string() }),
  z.object({ topic: z.literal('agent-state'), agentId: z.string() }),
  /** What an agent may have is another; null: what everybody may. */
  z.object({ topic: z.literal('access'), agentId: z.string().nullable() }),
]);
export type Notice = z.infer<typeof noticeSchema>;

export interface BusListener {
  readonly onNotice: (notice: Notice) => void;
  /** The line was broken and stands again: what was said meanwhile is not known. */
  readonly onResumed: () => void;
}

/** Between the processes of one API. Each hears what the others tell, never its own words. */
export interface Bus {
  /** Said with the transaction: heard when it commits, never when it fails. */
  tell(db: Executor, notice: Notice): Promise<void>;
  close(): Promise<void>;
}

/** The embedded database belongs to one process: there is nobody to tell. */
export const silentBus: Bus = { tell: () => Promise.resolve(), close: () => Promise.resolve() };

const envelopeSchema = z.object({ from: z.string(), notice: noticeSchema });
const pingMs = 30_000;
const longestRetryMs = 15_000;

export interface PostgresBusOptions {
  readonly url: string;
  /** Tenants in one database have channels of their own. */
  readonly channel: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly listener: BusListener;
}

/**
 * LISTEN and NOTIFY on a connection of its own, which is opened again when it breaks. PgBouncer must
 * be in session mode for this connection, or be gone round.
 */
export class PostgresBus implements Bus {
  readonly #options: PostgresBusOptions;
  readonly #self = randomUUID();
  #client: Client | null = null;
  #timer: Scheduled | null = null;
  #failures = 0;
  /** A question is under way; the client's own deadline ends it. */
  #asked = false;
  #closed = false;

  private constructor(options: PostgresBusOptions) {
    this.#options = options;
  }

  /** @returns a bus that hears already. Rejects where the database cannot be reached. */
  static async open(options: PostgresBusOptions): Promise<PostgresBus> {
    const bus = new PostgresBus(options);
    await bus.#connect();
    return bus;
  }

  async tell(db: Executor, notice: Notice): Promise<void> {
    await sql`select pg_notify(${this.#options.channel}, ${JSON.stringify({ from: this.#self, notice })})`.execute(db);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#timer?.cancel();
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const { url, channel } = this.#options;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 10_000, keepAlive: true, application_name: 'balie-central-bus' });
    client.on('notification', ({ payload }) => this.#heard(payload ?? ''));
    client.on('error', (error) => this.#broken(client, error));
    client.on('end', () => this.#broken(client, new Error('the connection has ended')));
    try {
      await client.connect();
      await client.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    this.#failures = 0;
    this.#ping();
  }

  /** A line that nobody speaks on may be dead without anyone noticing. */
  #ping(): void {
    this.#timer = this.#options.clock.schedule(pingMs, () => {
      const client = this.#client;
      if (client === null) return;
      this.#ping();
      if (this.#asked) return;
      this.#asked = true;
      client
        .query('select 1')
        .catch((error: unknown) => this.#broken(client, error))
        .finally(() => (this.#asked = false));
    });
  }

  #heard(payload: string): void {
    const parsed = envelopeSchema.safeParse(readJson(payload));
    // A newer process may speak of what this one does not know.
    if (!parsed.success || parsed.data.from === this.#self) return;
    this.#options.listener.onNotice(parsed.data.notice);
  }

  #broken(client: Client, error: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#options.logger.warn({ err: loggable(error) }, 'the line between the processes is broken');
    this.#client = null;
    client.end().catch(() => undefined);
    this.#retry();
  }

  #retry(): void {
    this.#timer?.cancel();
    const wait = Math.min(longestRetryMs, 250 * 2 ** this.#failures) * (0.5 + Math.random() / 2);
    this.#failures += 1;
    this.#timer = this.#options.clock.schedule(wait, () => void this.#reconnect());
  }

  async #reconnect(): Promise<void> {
    try {
      await this.#connect();
    } catch {
      if (!this.#closed) this.#retry();
      return;
    }
    if (this.#closed) return await this.close();
    this.#options.logger.info({}, 'the line between the processes stands again');
    this.#options.listener.onResumed();
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
