import { utilityProcess } from 'electron';
import { connect, type Client } from '#shared/ipc/client.ts';
import { storeControlContract, type StoreControlContract } from '#shared/ipc/store-control.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { openStoreLine } from '../../../electron/main/ipc/store-ports.ts';
import { utilityPort } from '../../../electron/main/ipc/utility-port.ts';
import { messagePort } from '../../../electron/store/ports.ts';

/** The built store process, as main has it, with a workspace's port. */
export interface StoreLine {
  readonly pid: number;
  readonly main: Client<StoreControlContract>;
  readonly workspace: Client<StoreContract>;
  close(): Promise<void>;
}

export async function startStore(entry: string, logFolder: string): Promise<StoreLine> {
  const child = utilityProcess.fork(entry, [`--log-folder=${logFolder}`], { serviceName: 'Balie store', stdio: 'inherit' });
  await new Promise<void>((resolve) => child.once('spawn', resolve));
  const main = connect(storeControlContract, utilityPort(child));
  const workspace = connect(storeContract, messagePort(openStoreLine(child), () => undefined));
  return {
    pid: child.pid ?? 0,
    main,
    workspace,
    close: async () => {
      await main.call('store.close', undefined, { timeoutMs: 0 });
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill();
      await gone;
    },
  };
}

/** @returns milliseconds until sync says that it is up to date after `begin`. */
export async function synced({ main }: StoreLine, begin: () => unknown, onProgress: (done: number, total: number) => void = () => undefined): Promise<number> {
  const begun = performance.now();
  let underway = false;
  const done = new Promise<void>((resolve, reject) => {
    const stop = main.on('sync.status', ({ state, progress, error }) => {
      underway ||= state === 'filling' || state === 'syncing';
      if (progress !== null) onProgress(progress.done, progress.total);
      if (state === 'failed' || state === 'offline') reject(new Error(`sync stopped: ${error}`));
      if (!underway || state !== 'synced') return;
      stop();
      resolve();
    });
  });
  await Promise.all([done, begin()]);
  return performance.now() - begun;
}
