import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { asBalieError, BalieError, type ErrorCode } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import { storeControlContract, type StoreControlContract } from '#shared/ipc/store-control.ts';
import { openStoreLine } from './ipc/store-ports.ts';
import { openWithEitherKey, type LocalDatabase } from './local-database.ts';
import { utilityPort } from './ipc/utility-port.ts';

interface StoreHostOptions {
  /** The built entry of the store process. */
  readonly entry: string;
  readonly logFolder: string;
  readonly database: Pick<LocalDatabase, 'file' | 'prepareKey' | 'changeKeys' | 'settleKeys'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The database is open: tell it the session, hand it the workspace. */
  readonly onReady: () => void;
  readonly onFailed: (code: ErrorCode) => void;
  /** The file failed while open; the process goes on with what it can read. */
  readonly onTrouble: (code: ErrorCode) => void;
  /** The process has gone; another one is on its way. */
  readonly onGone: () => void;
  /** The database is away for a moment, and comes back by itself. */
  readonly onAway: () => void;
  readonly onTokenNeeded: () => void;
  /** Somebody was erased: what main keeps of them goes too. */
  readonly onErased: () => void;
}

/** A file of a million customers is written in seconds, on a slow disk in many. */
const patientMs = 600_000;
const restartMs = [100, 500, 2_000, 5_000];

/** Runs the store process: starts it, opens the database, starts it again when it dies. */
export class StoreHost {
  readonly #options: StoreHostOptions;
  #child: UtilityProcess | null = null;
  #client: Client<StoreControlContract> | null = null;
  #ready = false;
  #failures = 0;
  #closing = false;

  constructor(options: StoreHostOptions) {
    this.#options = options;
  }

  get ready(): boolean {
    return this.#ready;
  }

  start(): void {
    const { entry, logFolder, logger } = this.#options;
    const child = utilityProcess.fork(entry, [`--log-folder=${logFolder}`], { serviceName: 'Balie store', stdio: 'inherit' });
    this.#child = child;
    const client = connect(storeControlContract, utilityPort(child), { onProtocolError: (what) => logger.error({ what }, 'the store process said something unknown') });
    this.#client = client;
    client.on('token.needed', () => this.#options.onTokenNeeded());
    client.on('customer.erased', () => this.#options.onErased());
    client.on('failed', ({ code }) => {
      logger.error({ code }, 'the database failed while open');
      if (this.#ready) this.#options.onTrouble(code);
    });
    child.once('spawn', () => void this.open());
    child.once('exit', (code) => this.#onExit(code));
  }

  /** Opens the database; also asked again after the operator has made room on the disk or set a file aside. */
  async open(): Promise<void> {
    try {
      const { interrupted } = await openWithEitherKey(this.#options.database, async (file) => await this.#call('store.open', file));
      this.#options.logger.info({ interrupted }, 'the database is open');
      this.#ready = true;
      this.#failures = 0;
      this.#options.onReady();
    } catch (thrown) {
      const error = asBalieError(thrown);
      if (error.code === 'ipc.closed') return;
      this.#options.logger.error({ code: error.code, details: error.details }, 'the database could not be opened');
      this.#options.onFailed(error.code);
    }
  }

  /**
   * Writes the database anew, without the room that deleted rows left. @param withKey under another key, too.
   * @throws {BalieError} the store's refusal; the database is then as it was.
   */
  async renew(withKey: boolean): Promise<CallOutput<StoreControlContract, 'store.renew'>> {
    if (!this.#ready) throw new BalieError('store.not-ready', 'the store is not open');
    const { database } = this.#options;
    this.#ready = false;
    // The workplace stays as it is: what is typed there must not be lost.
    this.#options.onAway();
    try {
      const { file } = database;
      const renewed = await this.#call('store.renew', { database: file, key: withKey ? database.prepareKey() : file.key }, patientMs);
      if (withKey) database.changeKeys();
      return renewed;
    } finally {
      await this.open();
    }
  }

  /** Saves what is not at central out of a damaged database, and goes on with a sound one. @throws {BalieError} the store's refusal. */
  async repair(): Promise<CallOutput<StoreControlContract, 'store.repair'>> {
    this.#ready = false;
    this.#options.onGone();
    try {
      const repaired = await this.#call('store.repair', this.#options.database.file);
      this.#ready = true;
      this.#options.onReady();
      return repaired;
    } catch (thrown) {
      this.#options.onFailed(asBalieError(thrown).code);
      throw thrown;
    }
  }

  /** Removes the database, keeps what is not at central in `keep`, and begins an empty one under the key that `renewKey` makes. */
  async wipe(keep: { readonly path: string; readonly key: string } | null, renewKey: () => void): Promise<CallOutput<StoreControlContract, 'store.wipe'>> {
    this.#ready = false;
    this.#options.onGone();
    try {
      const saved = await this.#call('store.wipe', { database: this.#options.database.file, keep });
      renewKey();
      return saved;
    } finally {
      await this.open();
    }
  }

  /** @throws {BalieError} `store.not-ready` while the process is away, else the store's refusal. */
  call<N extends CallName<StoreControlContract>>(name: N, input: CallInput<StoreControlContract, N>): Promise<CallOutput<StoreControlContract, N>> {
    return this.#ready ? this.#call(name, input) : Promise.reject(new BalieError('store.not-ready', 'the store is not open'));
  }

  /** @returns one end of a port whose other end the store process serves; null while it is away. */
  connectWorkspace(): MessagePortMain | null {
    return this.#ready && this.#child !== null ? openStoreLine(this.#child) : null;
  }

  /** Lets the database finish, then ends the process. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#ready) {
      await this.#call('store.close', undefined).catch((error: unknown) => this.#options.logger.warn({ err: error }, 'the database was not closed in order'));
    }
    this.#ready = false;
    this.#child?.kill();
  }

  #call<N extends CallName<StoreControlContract>>(name: N, input: CallInput<StoreControlContract, N>, timeoutMs?: number): Promise<CallOutput<StoreControlContract, N>> {
    return this.#client?.call(name, input, timeoutMs === undefined ? {} : { timeoutMs }) ?? Promise.reject(new BalieError('store.not-ready', 'the store process is not running'));
  }

  #onExit(code: number): void {
    this.#ready = false;
    this.#child = null;
    this.#client?.close();
    this.#client = null;
    if (this.#closing) return;
    const delay = restartMs[Math.min(this.#failures, restartMs.length - 1)] ?? 5_000;
    this.#failures++;
    this.#options.logger.error({ exitCode: code, restartInMs: delay }, 'the store process has gone');
    this.#options.onGone();
    this.#options.clock.schedule(delay, () => this.start());
  }
}
