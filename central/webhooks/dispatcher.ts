import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { codeOf, loggable } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import { NotSent, post, signed } from './post.ts';

/** Seconds after each attempt until the next; after the last it is given up. In all more than a day. */
const pauses = [5, 30, 120, 600, 3_600, 6 * 3_600, 24 * 3_600];
const pollMs = 2_000;
const batch = 10;
/** A process that dies while sending leaves the delivery to the others after this long. */
const leaseSeconds = 60;

interface Due {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly sealedSecret: string;
  readonly payload: string;
  readonly attempts: number;
}

export interface DispatcherOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly logger: Logger;
  /** Addresses of the centre's own network are allowed, and http. */
  readonly privateAllowed: boolean;
}

/** Sends what is in the outbox of the webhooks. Several processes share the work: each takes what no other has taken. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  #timer: Scheduled | null = null;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = this.#options.clock.schedule(pollMs, () => {
      this.#running = this.run()
        .catch((error: unknown) => this.#options.logger.warn({ err: loggable(error) }, 'webhooks could not be looked at'))
        .finally(() => this.#closed || this.start());
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#timer?.cancel();
    await this.#running;
  }

  /** Sends what is due now. */
  async run(): Promise<void> {
    for (;;) {
      const due = await this.#take();
      await Promise.all(due.map(async (delivery) => await this.#deliver(delivery)));
      if (due.length < batch || this.#closed) return;
    }
  }

  async #take(): Promise<Due[]> {
    const now = new Date(this.#options.clock.now());
    const lease = new Date(now.getTime() + leaseSeconds * 1000);
    const { rows } = await sql<Due>`
      update webhook_delivery d set next_at = ${lease}, attempts = d.attempts + 1 from webhook w
      where w.id = d.webhook_id and d.id in (select id from webhook_delivery where next_at <= ${now} order by next_at limit ${batch} for update skip locked)
      returning d.id, d.webhook_id, w.url, w.sealed_secret, d.payload, d.attempts`.execute(this.#options.db);
    return rows;
  }

  async #deliver({ id, webhookId, url, sealedSecret, payload, attempts }: Due): Promise<void> {
    const { db, clock, secrets, privateAllowed } = this.#options;
    const now = clock.now();
    const outcome = await post(url, payload, signed(id, Math.floor(now / 1000), payload, secrets.open(sealedSecret, webhookId)), privateAllowed).then(
      (status) => ({ status, error: null }),
      (error: unknown) => ({ status: null, error: error instanceof NotSent ? error.message : (codeOf(error) ?? 'failed') }),
    );
    const delivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    const pause = pauses[attempts - 1];
    const nextAt = delivered || pause === undefined ? null : new Date(now + pause * 1000);
    await db.updateTable('webhookDelivery').set({ ...outcome, nextAt, deliveredAt: delivered ? new Date(now) : null }).where('id', '=', id).execute();
  }
}
