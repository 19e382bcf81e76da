import { isLive } from '#shared/domain/call.ts';
import type { LocalDataPolicy } from '#shared/contract/session.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { LocalDatabase } from './local-database.ts';
import type { MainState } from './main-state.ts';
import type { StoreHost } from './store-host.ts';

/** Nobody is at the workstation: nothing is being typed, and nobody waits for a file. */
const idleSecondsWanted = 60;
const lookEveryMs = 60_000;
/** A disk that is full today may have room tomorrow. */
const afterFailureMs = 6 * 60 * 60_000;
const dayMs = 86_400_000;

type KeyPolicy = Pick<LocalDataPolicy, 'keyDays' | 'keysMadeSince'>;

interface DatabaseCareOptions {
  readonly database: Pick<LocalDatabase, 'keyMadeAt'>;
  readonly store: Pick<StoreHost, 'ready' | 'renew'>;
  readonly state: MainState;
  /** Since when nobody has touched keyboard or mouse. */
  readonly idleSeconds: () => number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Renews the key of the database when the centre says that it is old, and writes the file anew when somebody asks. */
export class DatabaseCare {
  readonly #options: DatabaseCareOptions;
  #policy: KeyPolicy | null = null;
  #next: Scheduled | null = null;
  #busy = false;

  constructor(options: DatabaseCareOptions) {
    this.#options = options;
  }

  /** What the centre wants; null: nobody is signed in. */
  provision(policy: KeyPolicy | null): void {
    this.#policy = policy;
    this.#lookIn(lookEveryMs);
  }

  stop(): void {
    this.#next?.cancel();
    this.#policy = null;
  }

  /** @throws {BalieError} `call.illegal` during a call, else what stands in the way; the database is then as it was. */
  async compact(): Promise<{ readonly before: number; readonly after: number }> {
    if (this.#busy || this.#inCall) throw new BalieError('call.illegal', 'the database is needed now');
    return await this.#renew(false);
  }

  #lookIn(ms: number): void {
    this.#next?.cancel();
    if (this.#policy !== null) this.#next = this.#options.clock.schedule(ms, () => void this.#look());
  }

  async #look(): Promise<void> {
    let again = lookEveryMs;
    try {
      if (this.#isDue() && this.#mayRenew()) await this.#renew(true);
    } catch (thrown) {
      again = afterFailureMs;
      this.#options.logger.error({ code: asBalieError(thrown).code }, 'the key of the database could not be renewed; it keeps its former one');
    }
    this.#lookIn(again);
  }

  #isDue(): boolean {
    const { database, clock } = this.#options;
    if (this.#policy === null) return false;
    const { keyDays, keysMadeSince } = this.#policy;
    const made = Date.parse(database.keyMadeAt);
    return (keyDays > 0 && clock.now() - made > keyDays * dayMs) || (keysMadeSince !== null && made < Date.parse(keysMadeSince));
  }

  /** Never while somebody works, and not while the customers come in. */
  #mayRenew(): boolean {
    const { store, state, idleSeconds } = this.#options;
    return store.ready && !this.#busy && state.snapshot.calls.length === 0 && idleSeconds() >= idleSecondsWanted;
  }

  async #renew(withKey: boolean): Promise<{ readonly before: number; readonly after: number }> {
    this.#busy = true;
    try {
      const renewed = await this.#options.store.renew(withKey);
      this.#options.logger.info({ ...renewed, otherKey: withKey }, 'the database was written anew');
      return renewed;
    } finally {
      this.#busy = false;
    }
  }

  get #inCall(): boolean {
    return this.#options.state.snapshot.calls.some(isLive);
  }
}
