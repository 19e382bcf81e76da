import { systemClock, type Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { signedOut, type SyncStatus } from '#shared/domain/sync-status.ts';
import type { CallInput, Port } from '#shared/ipc/contract.ts';
import { serve, type Server } from '#shared/ipc/server.ts';
import { storeControlContract, type StoreControlContract } from '#shared/ipc/store-control.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { ApplierThread } from '../sync/applier-thread.ts';
import { CentralClient } from '../sync/central-client.ts';
import { PersonalData } from '../sync/personal-data.ts';
import { SyncEngine, type SyncSession } from '../sync/sync-engine.ts';
import { WordKeeper } from '../sync/word-keeper.ts';
import { announceChanges } from './announce-changes.ts';
import { controlHandlers } from './control-handlers.ts';
import { asStoreError, isFileTrouble } from './database/sqlite-errors.ts';
import type { Connection } from './database/connection.ts';
import { OperatorTurn } from './database/write-turn.ts';
import { openRenewed } from './open-store.ts';
import { readState, writeState } from './queries/device-state.ts';
import { checkIntegrity, markClosed, markSuspicious } from './rescue/integrity.ts';
import { removeDatabase } from './rescue/file-set.ts';
import { finishRepair, repairDatabase, type DatabaseFile, type Repaired } from './rescue/repair.ts';
import { dropRenewal, renewDatabase, type Renewed } from './rescue/renew.ts';
import { nothingSaved, type Salvaged } from './rescue/salvage.ts';
import { saveUnsent, takeInUnsent } from './rescue/unsent-copy.ts';
import { unfinishedInteractions } from './queries/interactions.ts';
import { draftCount } from './queries/journal.ts';
import { outboxCounts } from './queries/outbox.ts';
import { readAhead } from './search/read-ahead.ts';
import type { StoreContext } from './services/context.ts';
import { markInterrupted, startHeartbeat } from './services/recovery.ts';
import { workspaceHandlers } from './workspace-handlers.ts';
import { AccessWatch, adoptAllCarried } from './identity/access-watch.ts';
import { DeskLock, gatedHandlers } from './identity/gated-handlers.ts';

interface StoreOptions {
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Chance for the back-off; 0 to 1. */
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
  /** Entry of the worker thread that applies batches: where it was built. */
  readonly applierEntry?: string;
}

/** All that exists only while a database is open. */
interface OpenStore {
  readonly path: string;
  readonly db: Connection;
  readonly turn: OperatorTurn;
  readonly applier: ApplierThread;
  readonly context: StoreContext;
  readonly sync: SyncEngine;
  readonly words: WordKeeper;
  readonly stopHeartbeat: () => void;
}

/** The store process, without the process: one database, its sync, and the ports it serves. */
export class Store {
  readonly lock = new DeskLock();
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #fetch: typeof fetch;
  readonly #applierEntry: string | URL;
  readonly #central: PersonalData;
  readonly #control: Server<StoreControlContract>;
  readonly #workspaces: Server<StoreContract>;
  readonly #access = new AccessWatch(() => this.#workspaces.emit('access.changed', {}), () => this.#logger);
  #open: OpenStore | null = null;
  #session: SyncSession | null = null;
  #country = 'BE';

  constructor(options: StoreOptions) {
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    this.#fetch = options.fetch ?? fetch;
    this.#applierEntry = options.applierEntry ?? new URL('../sync/applier-worker.ts', import.meta.url);
    this.#central = new PersonalData(new CentralClient({ fetch: this.#fetch, clock: this.#clock, session: () => this.#signedIn() }));
    this.#control = serve(storeControlContract, controlHandlers(this), this.#logger);
    this.#workspaces = serve(storeContract, gatedHandlers(workspaceHandlers(this), this), this.#logger, this.lock.admit);
  }

  /** Serves main. @returns a function that stops it. */
  attachControl(port: Port): () => void {
    return this.#control.attach(port);
  }

  /** Serves a workspace window. @returns a function that stops it. */
  attachWorkspace(port: Port): () => void {
    return this.#workspaces.attach(port);
  }

  /** Opening the database that is open already changes nothing. @returns how many calls the last run left up. */
  open(input: CallInput<StoreControlContract, 'store.open'>): number {
    if (this.#open?.path === input.path) return 0;
    void this.#finish();
    this.#country = input.country;
    return this.guard(() => this.#openFile(input));
  }

  /** Saves what is not at central out of a damaged database, and goes on with a sound one. */
  async repair(input: CallInput<StoreControlContract, 'store.repair'>): Promise<Repaired> {
    await this.#finish();
    return this.guard(() => {
      const repaired = repairDatabase(input, { clock: this.#clock, logger: this.#logger });
      this.open(input);
      return repaired;
    });
  }

  /** What is not at central: pieces of work, what was begun and not finished, and whose it is. */
  unsent(): { mutations: number; drafts: number; owner: string | null } {
    const { db } = this.#opened();
    const { pending, parked } = outboxCounts(db);
    return { mutations: pending + parked, drafts: draftCount(db), owner: readState(db, 'agent-id') };
  }

  /** The operator leaves: what is not at central is kept apart, or given up; the database is removed. */
  async wipe(database: DatabaseFile, keep: DatabaseFile | null): Promise<Salvaged> {
    this.#session = null;
    await this.#finish();
    return this.guard(() => {
      const saved = keep === null ? nothingSaved : saveUnsent(database, keep, { clock: this.#clock, logger: this.#logger });
      removeDatabase(database.path);
      return saved;
    });
  }

  /** Writes the database anew, and leaves it closed. */
  async renew(database: DatabaseFile, key: string): Promise<Renewed> {
    await this.#finish();
    return this.guard(() => renewDatabase(database, key, this.#logger));
  }

  /** What the operator left on this device is theirs again. */
  async takeIn(copy: DatabaseFile): Promise<Salvaged> {
    const taken = await this.write(() => takeInUnsent(this.#opened().db, copy));
    removeDatabase(copy.path);
    this.announce({});
    return taken;
  }

  #openFile(input: CallInput<StoreControlContract, 'store.open'>): number {
    finishRepair(input.path);
    dropRenewal(input.path);
    const turn = new OperatorTurn();
    const db = openRenewed(input, { clock: this.#clock, logger: this.#logger, turn });
    const applier = new ApplierThread({ entry: this.#applierEntry, file: { path: input.path, key: input.key }, turn, logger: this.#logger.child({ room: 'applier' }), onFillProgress: (done, total) => this.#open?.sync.filled(done, total) });
    try {
      checkIntegrity(db, { clock: this.#clock, logger: this.#logger });
      const context: StoreContext = {
        db,
        clock: this.#clock,
        country: () => this.#country,
        agentId: () => this.#session?.agentId ?? readState(db, 'agent-id'),
      };
      const interrupted = markInterrupted(context);
      const sync = new SyncEngine({
        db,
        applier,
        clock: this.#clock,
        random: this.#random,
        fetch: this.#fetch,
        logger: this.#logger.child({ room: 'sync' }),
        onStatus: (status) => this.#announce(status),
        onApplied: (changes) => announceChanges({ workspaces: this.#workspaces, control: this.#control }, changes, () => unfinishedInteractions(db), () => this.#access.follow(context, changes, () => this.write(() => adoptAllCarried(context)).then((changed) => [{}, ...changed.map((interaction) => ({ interaction }))].forEach((each) => this.announce(each))))),
        onTokenNeeded: () => this.#control.emit('token.needed', {}),
        guard: (action) => this.guard(action),
      });
      const words = new WordKeeper({ db, applier, clock: this.#clock, logger: this.#logger.child({ room: 'search' }) });
      words.look();
      this.#open = { path: input.path, db, turn, applier, context, sync, words, stopHeartbeat: startHeartbeat(context, (beat) => void turn.whenFree(beat)) };
      if (this.#session !== null) sync.start(this.#session);
      void readAhead(db, this.#country, { goesOn: () => this.#open?.db === db, clock: this.#clock, logger: this.#logger });
      return interrupted;
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  }

  setSession(session: SyncSession, country: string): void {
    this.#session = session;
    this.#country = country;
    try {
      // First: what is sent is sent in this operator's name, and only what is theirs.
      this.#rememberAgent(session.agentId);
    } finally {
      // A disk that is full keeps nobody from what central has.
      this.#open?.sync.start(session);
    }
  }

  #signedIn(): SyncSession {
    if (this.#session === null) throw new BalieError('session.signed-out', 'nobody is signed in');
    return this.#session;
  }

  /** Whose work is on this device is not forgotten: what is written until somebody signs in is theirs. */
  clearSession(): void {
    this.#session = null;
    this.#open?.sync.stop();
  }

  /** For a start without a network: whose calls these are. */
  #rememberAgent(agentId: string): void {
    const work = this.#open?.db;
    if (work === undefined || readState(work, 'agent-id') === agentId) return;
    work.write((db) => writeState(db, 'agent-id', agentId));
  }

  /** Ends sync, finishes the log and closes the file, after the writes that already wait. @returns how many mutations wait for another day. */
  async close(): Promise<number> {
    const pending = (await this.#open?.turn.whenFree(() => (this.#open === null ? 0 : outboxCounts(this.#open.db).pending))) ?? 0;
    await this.#finish();
    return pending;
  }

  async #finish(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    open.stopHeartbeat();
    open.sync.stop();
    open.words.stop();
    await open.applier.stop();
    try {
      markClosed(open.db);
      open.db.checkpoint();
    } catch (thrown) {
      // The log stays beside the file and is taken up at the next opening.
      this.#logger.warn({ err: thrown }, 'the write-ahead log could not be finished');
    }
    open.db.close();
  }

  /** @throws {BalieError} `store.not-ready` */
  get context(): StoreContext {
    return this.#opened().context;
  }

  /** What only central can do. */
  get central(): PersonalData {
    return this.#central;
  }

  get syncStatus(): SyncStatus {
    return this.#open?.sync.status ?? signedOut;
  }

  /** Something was put in the outbox, or somebody asks: sync now. */
  syncNow(): void {
    this.#opened().sync.wake('asked');
  }

  /** Tells the workspaces what a committed write changed, and sends what it put in the outbox. */
  announce(changed: { readonly interaction?: string; readonly customer?: string; readonly work?: boolean; readonly catalogue?: boolean; readonly opened?: { readonly id: string; readonly callId: string } }): void {
    if (changed.opened !== undefined) this.#workspaces.emit('interaction.opened', changed.opened);
    if (changed.interaction !== undefined) this.#workspaces.emit('interaction.changed', { id: changed.interaction });
    if (changed.customer !== undefined) this.#workspaces.emit('customer.changed', { id: changed.customer });
    if (changed.work === true) this.#workspaces.emit('work.changed', {});
    if (changed.catalogue === true) this.#workspaces.emit('catalogue.changed', {});
    this.#open?.words.look();
    this.#access.look(this.#open?.context);
    this.#open?.sync.wake('outbox');
  }

  /** Like {@link guard}, for what writes: waits until no batch from central is under way, and lets reads go on meanwhile. */
  async write<T>(action: () => T): Promise<T> {
    return await this.#opened().turn.whenFree(() => this.guard(action));
  }

  /** Runs `action`; what SQLite throws becomes the store's refusal, and trouble with the file is told to main. */
  guard<T>(action: () => T): T {
    try {
      return action();
    } catch (thrown) {
      const error = asStoreError(thrown);
      if (error instanceof BalieError && isFileTrouble(error.code)) {
        this.#logger.error({ code: error.code, details: error.details }, 'the database file is in trouble');
        if (error.code === 'store.corrupt' && this.#open !== null) markSuspicious(this.#open.db, this.#logger);
        this.#control.emit('failed', { code: error.code });
      }
      throw error;
    }
  }

  #opened(): OpenStore {
    if (this.#open === null) throw new BalieError('store.not-ready', 'no database is open');
    return this.#open;
  }

  #announce(status: SyncStatus): void {
    this.#control.emit('sync.status', status);
    this.#workspaces.emit('sync.status', status);
  }
}
