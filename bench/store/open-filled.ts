import { systemClock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import type { Port } from '#shared/ipc/contract.ts';
import { Store } from '../../electron/store/store.ts';
import { centralOf } from './snapshot-server.ts';

/** Fills a new store from a snapshot, through sync as it is. @returns the store, open, and how long it took in milliseconds. */
export async function openFilled(file: { readonly path: string; readonly key: string }, snapshot: string): Promise<{ readonly store: Store; readonly ms: number }> {
  const store = new Store({ logger: silentLogger, clock: systemClock, fetch: centralOf(snapshot) });
  const synced = new Promise<void>((resolve) => store.attachControl(listener((status) => status === 'synced' && resolve())));
  const begun = performance.now();
  store.open({ ...file, country: 'BE' });
  store.setSession({ centralUrl: 'http://central.invalid', accessToken: 'bench', agentId: newId(), deviceId: newId() }, 'BE');
  await synced;
  return { store, ms: performance.now() - begun };
}

/** The end of a port that only listens to how sync stands. */
function listener(onState: (state: string) => void): Port {
  return {
    post: (message) => {
      if (message.kind === 'event' && message.name === 'sync.status') onState((message.payload as { state: string }).state);
    },
    listen: () => () => undefined,
  };
}
