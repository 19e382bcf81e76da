import { createParser } from 'eventsource-parser';
import { liveEventSchema } from '#shared/contract/sync.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { Backoff } from './backoff.ts';
import type { CentralClient } from './central-client.ts';
import { HttpRefusal } from './http-refusal.ts';

/** Central's heartbeat comes every 15 s; after three that did not come the line is dead. */
const silenceMs = 45_000;
const longestEvent = 64 * 1024;
/** Short, because this is also how it is noticed that central is back; the request costs central little. */
const longestRetryMs = 15_000;

interface LiveEventsOptions {
  readonly client: CentralClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Central can be reached, and its log stands at this cursor. */
  readonly onConnected: (cursor: string) => void;
  /** Central's log has moved to this cursor. */
  readonly onChanged: (cursor: string) => void;
  /** A stream has ended, or none can be had: central may be away, or only this connection. */
  readonly onLost: () => void;
  readonly onUnauthorised: () => void;
}

/** Keeps a stream of live events open, as long as there is a session. */
export class LiveEvents {
  readonly #options: LiveEventsOptions;
  readonly #backoff: Backoff;
  #connection: AbortController | null = null;
  #retry: Scheduled | null = null;
  #lastEventId: string | null = null;
  #stands = false;

  constructor(options: LiveEventsOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random, longestRetryMs);
  }

  /** Connects now, unless a connection stands. */
  start(): void {
    if (this.#connection !== null) return;
    this.#retry?.cancel();
    const connection = new AbortController();
    this.#connection = connection;
    void this.#listen(connection);
  }

  stop(): void {
    this.#retry?.cancel();
    this.#retry = null;
    this.#connection?.abort();
    this.#connection = null;
    this.#stands = false;
    this.#lastEventId = null;
  }

  async #listen(connection: AbortController): Promise<void> {
    let atLeastMs = 0;
    let isThere = false;
    try {
      await this.#read(connection.signal);
    } catch (thrown) {
      if (connection.signal.aborted) return;
      if (thrown instanceof HttpRefusal) {
        isThere = true;
        atLeastMs = thrown.retryAfterMs;
        if (thrown.status === 401) this.#options.onUnauthorised();
      }
      this.#options.logger.debug({ err: thrown }, 'live events ended');
    }
    if (this.#connection !== connection) return;
    this.#connection = null;
    // Also where none stood yet: central may go away while a stream is being opened anew.
    if (this.#stands || !isThere) this.#options.onLost();
    this.#stands = false;
    this.#retry = this.#options.clock.schedule(this.#backoff.next(atLeastMs), () => this.start());
  }

  async #read(signal: AbortSignal): Promise<void> {
    const parser = createParser({
      maxBufferSize: longestEvent,
      onEvent: ({ event, id, data }) => {
        if (id !== undefined) this.#lastEventId = id;
        const cursor = cursorIn(data);
        if (cursor === null) return;
        this.#backoff.reset();
        this.#stands = true;
        if (event === 'hello') this.#options.onConnected(cursor);
        else this.#options.onChanged(cursor);
      },
    });
    for await (const chunk of this.#options.client.events(this.#lastEventId, silenceMs, signal)) {
      signal.throwIfAborted();
      parser.feed(chunk);
    }
  }
}

/** `hello` and `changed` carry the same; other events are of a newer central. */
function cursorIn(data: string): string | null {
  try {
    return liveEventSchema.safeParse(JSON.parse(data)).data?.cursor ?? null;
  } catch {
    return null;
  }
}
