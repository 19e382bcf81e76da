import './plan-watch.ts';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger, type Logger } from '#shared/domain/logger.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import { storeControlContract, type StoreControlContract } from '#shared/ipc/store-control.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { messagePort } from '../../../../electron/store/ports.ts';
import { Store } from '../../../../electron/store/store.ts';
import { temporaryFolder, testKey } from './temporary-folder.ts';

export interface StoreBench {
  readonly store: Store;
  readonly main: Client<StoreControlContract>;
  readonly workspace: Client<StoreContract>;
  readonly path: string;
  /** As main asks it at start-up. */
  open(path?: string, key?: string): Promise<number>;
}

interface BenchOptions {
  readonly path?: string;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly random?: () => number;
}

/** A whole store behind real message ports, as main and a workspace see it. */
export function storeBench(options: BenchOptions = {}): StoreBench {
  const path = options.path ?? join(temporaryFolder(), 'balie.db');
  const store = new Store({ logger: options.logger ?? silentLogger, ...(options.clock ? { clock: options.clock } : {}), ...(options.random ? { random: options.random } : {}) });
  const control = new MessageChannel();
  const window = new MessageChannel();
  const ignore = (): void => undefined;
  store.attachControl(messagePort(control.port1, ignore));
  store.attachWorkspace(messagePort(window.port1, ignore));
  const main = connect(storeControlContract, messagePort(control.port2, ignore));
  const workspace = connect(storeContract, messagePort(window.port2, ignore));
  onTestFinished(async () => {
    await store.close();
    control.port1.close();
    window.port1.close();
  });
  return { store, main, workspace, path, open: async (file = path, key = testKey) => (await main.call('store.open', { path: file, key, country: 'BE' })).interrupted };
}

export interface StartedCall {
  readonly callId: string;
  readonly interactionId: string;
}

/** Main tells of a call that rings. */
export async function ring({ main }: StoreBench, number: string | null = '+32470112200', queueKey: string | null = null): Promise<StartedCall> {
  const callId = newId();
  const { interactionId } = await main.call('interaction.open', { callId, direction: 'inbound', number, called: null, queueKey, startedAt: now() });
  return { callId, interactionId };
}

export async function answer({ main }: StoreBench, { callId }: StartedCall): Promise<void> {
  await main.call('interaction.answered', { callId, answeredAt: now() });
}

export async function hangUp({ main }: StoreBench, { callId }: StartedCall): Promise<void> {
  await main.call('interaction.ended', { callId, endedAt: now(), cause: 'hung-up', endedBy: 'remote' });
}

export function now(): string {
  return new Date().toISOString();
}
