import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SyncStatus } from '#shared/domain/sync-status.ts';
import type { Connection } from '../store/database/connection.ts';
import { readState } from '../store/queries/device-state.ts';
import { outboxCounts } from '../store/queries/outbox.ts';
import type { AppliedChanges } from './applied-changes.ts';
import type { ApplierLine } from './applier-thread.ts';
import { Backoff } from './backoff.ts';
import { CentralClient } from './central-client.ts';
import { asSyncError, HttpRefusal } from './http-refusal.ts';
import { fetchLetters } from './fetch-letters.ts';
import { LiveEvents } from './live-events.ts';
import { pullChanges } from './pull-changes.ts';
import { pushOutbox } from './push-outbox.ts';
import type { SyncRun } from './sync-run.ts';

/** Central as it can be reached now. */
export interface SyncSession {
  readonly centralUrl: string;
  readonly accessToken: string;
  readonly agentId: string;
  readonly deviceId: string;
}

/**
 * Why sync is asked to run. `outbox`, `changed` and `lost` wait for a retry that is already planned; the others
 * come at once.
 */
export type WakeReason = 'session' | 'asked' | 'outbox' | 'connected' | 'changed' | 'lost' | 'poll' | 'retry';

interface SyncEngineOptions {
  readonly db: Connection;
  readonly applier: ApplierLine;
  readonly clock: Clock;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  readonly logger: Logger;
  readonly guard: <T>(action: () => T) => T;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onApplied: (changes: AppliedChanges) => void;
  readonly onTokenNeeded: () => void;
}

/** Live events can be silent for good (a proxy that buffers): then this is how old the cache gets. */
const pollMs = 60_000;
const longestRetryMs = 60_000;

/** Keeps the cache and the outbox in step with central: one exchange at a time, push first, then pull. */
export class SyncEngine {
  readonly #options: SyncEngineOptions;
  readonly #client: CentralClient;
  readonly #live: LiveEvents;
  readonly #backoff: Backoff;
  #session: SyncSession | null = null;
  #run: AbortController | null = null;
  #busy = false;
  #pushWanted = false;
  #pullWanted = false;
  #next: Scheduled | null = null;
  #retrying = false;
  #parkedRetried = false;
  #status: SyncStatus;

  constructor(options: SyncEngineOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random, longestRetryMs);
    this.#client = new CentralClient({ fetch: options.fetch, clock: options.clock, session: () => this.#signedIn() });
    this.#live = new LiveEvents({
      client: this.#client,
      clock: options.clock,
      random: options.random,
      logger: options.logger,
      onConnected: (cursor) => (this.#retrying || cursor !== this.#cursor) && this.wake('connected'),
      onChanged: (cursor) => cursor !== this.#cursor && this.wake('changed'),
      // Asked at once whether central is there: the operator must not read "synchronised" until the next look at it.
      onLost: () => this.wake('lost'),
      onUnauthorised: () => options.onTokenNeeded(),
    });
    this.#status = { state: 'signed-out', ...outboxCounts(options.db), lastSyncedAt: readState(options.db, 'last-synced-at'), progress: null, error: null };
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Signs in, or takes a fresh token; an exchange that is under way goes on with it. */
  start(session: SyncSession): void {
    if (this.#session !== null && this.#session.centralUrl !== session.centralUrl) this.stop();
    this.#session = session;
    this.#run ??= new AbortController();
    this.#live.start();
    this.wake('session');
  }

  /** Signs out, or the store closes: whatever is under way is given up and nothing more is written. */
  stop(): void {
    this.#session = null;
    this.#run?.abort(new BalieError('sync.unreachable', 'signed out'));
    this.#run = null;
    this.#busy = false;
    this.#pushWanted = this.#pullWanted = false;
    this.#next?.cancel();
    this.#retrying = false;
    this.#backoff.reset();
    this.#live.stop();
    this.#update({ state: 'signed-out', progress: null, error: null });
  }

  /** Rows of a snapshot were written. */
  filled(done: number, total: number): void {
    if (this.#busy) this.#update({ state: 'filling', progress: { done, total } });
  }

  wake(reason: WakeReason): void {
    this.#update({});
    if (this.#run === null) return;
    this.#pushWanted ||= this.#status.pending > 0;
    this.#pullWanted ||= reason !== 'outbox';
    const patient = reason === 'outbox' || reason === 'changed' || reason === 'lost';
    if (this.#busy || (patient && this.#retrying)) return;
    if (this.#pushWanted || this.#pullWanted) void this.#exchange(this.#run.signal);
  }

  async #exchange(signal: AbortSignal): Promise<void> {
    this.#busy = true;
    this.#retrying = false;
    this.#next?.cancel();
    const run = this.#newRun(signal);
    try {
      await this.#retryParked(run);
      while (this.#pushWanted || this.#pullWanted) await this.#pushAndPull(run);
      signal.throwIfAborted();
      this.#backoff.reset();
      this.#update({ state: 'synced', progress: null, error: null, lastSyncedAt: run.guard(() => readState(this.#options.db, 'last-synced-at')) });
      this.#schedule(pollMs, 'poll');
    } catch (thrown) {
      if (!signal.aborted) this.#failed(thrown);
    } finally {
      if (!signal.aborted) this.#busy = false;
    }
  }

  /** Once a run of the application: an update may read what the former version could not. */
  async #retryParked(run: SyncRun): Promise<void> {
    if (this.#parkedRetried) return;
    run.onApplied(await run.applier.call('parked.retry', undefined));
    run.signal.throwIfAborted();
    this.#parkedRetried = true;
  }

  /** What cannot be sent does not keep us from hearing, unless central is away. */
  async #pushAndPull(run: SyncRun): Promise<void> {
    this.#update({ state: this.#cursor === null ? 'filling' : 'syncing' });
    const pull = this.#pullWanted;
    this.#pushWanted = this.#pullWanted = false;
    try {
      const refused = await pushOutbox(run).then(
        () => null,
        (thrown: unknown) => asSyncError(thrown),
      );
      if (refused !== null && refused.code !== 'sync.protocol') throw refused;
      if (pull || this.#cursor === null) {
        await pullChanges(run);
        await fetchLetters(run);
      }
      if (refused !== null) throw refused;
    } catch (thrown) {
      this.#pullWanted ||= pull;
      throw thrown;
    }
  }

  #newRun(signal: AbortSignal): SyncRun {
    const { db, applier, clock, random, logger, guard } = this.#options;
    return {
      client: this.#client,
      applier: { call: async (name, input) => await this.#guarded(applier.call(name, input)) },
      db,
      clock,
      random,
      logger,
      signal,
      guard,
      onApplied: (changes) => {
        this.#options.onApplied(changes);
        this.#update({});
      },
    };
  }

  /** Trouble with the file that the worker thread had is told as our own would be. */
  async #guarded<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (thrown) {
      return this.#options.guard(() => {
        throw thrown;
      });
    }
  }

  #failed(thrown: unknown): void {
    const error = asSyncError(thrown);
    const away = error.code === 'sync.unreachable' || error.code === 'sync.unauthorised';
    this.#options.logger[away ? 'info' : 'error']({ code: error.code, details: error.details, err: error.code === 'internal' ? thrown : undefined }, 'sync did not get through');
    if (error.code === 'sync.unauthorised') this.#options.onTokenNeeded();
    this.#update({ state: away ? 'offline' : 'failed', progress: null, error: error.code });
    const asked = error.cause instanceof HttpRefusal ? error.cause.retryAfterMs : 0;
    this.#retrying = true;
    this.#schedule(this.#backoff.next(asked), 'retry');
  }

  #schedule(ms: number, reason: WakeReason): void {
    this.#next?.cancel();
    this.#next = this.#options.clock.schedule(ms, () => this.wake(reason));
  }

  #update(change: Partial<SyncStatus>): void {
    const next = { ...this.#status, ...change, ...this.#counts() };
    if (JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = next;
    this.#options.onStatus(next);
  }

  /** A status is never worth a crash: with a damaged file the last known numbers stand. */
  #counts(): { pending: number; parked: number } {
    try {
      return this.#options.guard(() => outboxCounts(this.#options.db));
    } catch (thrown) {
      this.#options.logger.error({ err: thrown }, 'the outbox cannot be counted');
      return { pending: this.#status.pending, parked: this.#status.parked };
    }
  }

  get #cursor(): string | null {
    return readState(this.#options.db, 'cursor');
  }

  #signedIn(): SyncSession {
    if (this.#session === null) throw new BalieError('sync.unauthorised', 'nobody is signed in');
    return this.#session;
  }
}
