import { isoNow, type Clock, type Scheduled } from '#shared/domain/clock.ts';
import type { ErrorCode } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Credentials } from '../settings/central-session.ts';
import type { MainState } from './main-state.ts';
import type { StoreHost } from './store-host.ts';
import type { UnsentKeeper } from './unsent-keeper.ts';

/** How long it is said that the disk is full after the last time that it was. */
const troubleShownMs = 30_000;

interface StoreDeskOptions {
  readonly state: MainState;
  readonly store: StoreHost;
  readonly unsent: UnsentKeeper;
  readonly deviceId: string;
  readonly keyStore: 'system' | 'file';
  readonly country: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What main shows of the store, and what it tells it about who works here. */
export class StoreDesk {
  readonly #options: StoreDeskOptions;
  #troubleEnds: Scheduled | null = null;

  constructor(options: StoreDeskOptions) {
    this.#options = options;
  }

  onReady(): void {
    const { state, keyStore } = this.#options;
    state.update({ store: { state: 'ready', keyStore } });
  }

  /** Damage stays until it is repaired; room on the disk may come back by itself. */
  onTrouble(trouble: ErrorCode): void {
    const { state, clock } = this.#options;
    const { store } = state.snapshot;
    if (store.state !== 'ready' || store.trouble === 'store.corrupt') return;
    state.update({ store: { ...store, trouble } });
    this.#troubleEnds?.cancel();
    if (trouble !== 'store.corrupt') this.#troubleEnds = clock.schedule(troubleShownMs, () => state.snapshot.store.state === 'ready' && this.onReady());
  }

  /** Central has put this device out, or the operator works there no more: nothing of the centre's customers stays here. */
  putOut(): void {
    this.#options.unsent.condemn();
    this.tell(null);
  }

  /** Tells the store whether the desk is locked, when it can be told; one that starts is told before the workspace reaches it. */
  async lock(locked: boolean): Promise<void> {
    const { store, logger } = this.#options;
    if (!store.ready) return;
    await store.call('desk.lock', { locked }).catch((error: unknown) => logger.error({ err: error }, 'the store was not told about the lock'));
  }

  /** Tells the store who is signed in, when it can be told. */
  tell(credentials: Credentials | null): void {
    const { store, logger } = this.#options;
    if (store.ready) this.#tell(credentials).catch((error: unknown) => logger.warn({ err: error }, 'the store was not told about the session'));
  }

  async #tell(credentials: Credentials | null): Promise<void> {
    const { store, unsent, deviceId, country, clock } = this.#options;
    // A database that was wiped is opened anew, and whoever is signed in is told to it then.
    if (await unsent.carryOut(isoNow(clock))) return;
    if (credentials === null) {
      await store.call('session.clear', undefined);
      return;
    }
    await unsent.makeRoomFor(credentials.agentId, isoNow(clock));
    await store.call('session.set', { ...credentials, deviceId, country: country() });
    await unsent.takeIn(credentials.agentId);
  }
}
