import { onTestFinished, vi } from 'vitest';
import { systemClock, type Clock } from '#shared/domain/clock.ts';
import type { SyncStatus } from '#shared/domain/sync-status.ts';
import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import { createCentral, type Central } from '../../../../central/central.ts';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import { testCentre, type TestCentre } from '../../../fixtures/centre.ts';
import { sharedPostgres } from '../../central/support/each-database.ts';
import { siteDatabases } from '../../central/support/site-database.ts';
import { Workstation } from '../../central/support/workstation.ts';
import { recordingLogger, type LogLine } from '../../store/support/recording-logger.ts';
import { storeBench, type StoreBench } from '../../store/support/store-bench.ts';
import { FaultProxy } from './fault-proxy.ts';

/** How many times faster than the world waiting goes in these tests: a back-off of a second takes 50 ms. */
const haste = 20;

/** A clock on which deadlines come sooner; what it reads is the real time. */
export const hastyClock: Clock = { ...systemClock, schedule: (delayMs, task) => systemClock.schedule(delayMs / haste, task) };

export interface Site {
  readonly central: Central;
  readonly centre: TestCentre;
  readonly proxy: FaultProxy;
  /** Central as seen through the proxy. */
  readonly url: string;
  /** Another operator, straight at central. */
  readonly colleague: Workstation;
  /**
   * Ends central, copies its data away and starts it again. @returns what puts that copy in the place of what central
   * has by then, and answers with the restored central.
   */
  backUp(): Promise<() => Promise<Central>>;
  /** The central that runs now: another one than `central` once it was started again. */
  readonly running: () => Central;
  /** The tables in which central has these words, wherever in a row; null where the database cannot be looked into from outside. */
  tablesWith(words: string): Promise<string[] | null>;
}

const key = Buffer.alloc(32, 5);

const databases = siteDatabases(sharedPostgres());

/** A central with the tests' centre in it. Making one takes seconds, copying it does not. */
async function makeTemplate(): Promise<{ readonly database: DatabaseChoice; readonly centre: TestCentre }> {
  const database = await databases.lasting();
  const central = await createCentral({ database, key });
  const centre = testCentre();
  await central.import(centre.rows);
  await central.close();
  return { database, centre };
}

let template: ReturnType<typeof makeTemplate> | undefined;

/** For `beforeAll`: makes what every {@link openSite} of a test file copies. */
export async function prepareSites(): Promise<void> {
  template ??= makeTemplate();
  await template;
}

/** A real central with the tests' centre in it, behind a network that can be disturbed. */
export async function openSite(): Promise<Site> {
  template ??= makeTemplate();
  const { database: original, centre } = await template;
  const database = await databases.copyOf(original);
  const central = await createCentral({ database, key });
  const proxy = new FaultProxy(await central.listen());
  const url = await proxy.listen();
  let running = central;
  let data: DatabaseChoice = database;
  const startOn = async (next: DatabaseChoice): Promise<Central> => {
    await running.close();
    data = next;
    running = await createCentral({ database: next, key });
    proxy.leadTo(await running.listen());
    return running;
  };
  onTestFinished(async () => {
    await proxy.close();
    await running.close();
  });
  return {
    ...{ central, centre, proxy, url, colleague: await Workstation.open(central), running: () => running },
    tablesWith: async (words) => await databases.tablesWith(data, words),
    backUp: async () => {
      await running.close();
      const backup = await databases.copyOf(database);
      await startOn(database);
      return async () => await startOn(backup);
    },
  };
}

export interface Desk extends StoreBench {
  readonly station: Workstation;
  readonly log: LogLine[];
  /** As main does after signing in, or after a refresh. */
  signIn(accessToken?: string): Promise<void>;
  status(): Promise<SyncStatus>;
  /** Waits until sync is in this state with nothing left to send. @param timeout milliseconds. */
  settled(state?: SyncStatus['state'], timeout?: number): Promise<SyncStatus>;
}

/** A store of an operator of this site, open and not yet signed in. */
export async function openDesk(site: Site, options: { readonly path?: string; readonly station?: Workstation; readonly clock?: Clock } = {}): Promise<Desk> {
  const { logger, lines } = recordingLogger();
  const bench = storeBench({ clock: options.clock ?? hastyClock, random: () => 0, logger, ...(options.path === undefined ? {} : { path: options.path }) });
  const station = options.station ?? (await Workstation.open(site.central));
  await bench.open();
  const status = async (): Promise<SyncStatus> => await bench.workspace.call('sync.status', undefined);
  return {
    ...bench,
    station,
    log: lines,
    status,
    signIn: async (accessToken = station.session.accessToken) =>
      await bench.main.call('session.set', { centralUrl: site.url, accessToken, agentId: station.agentId, deviceId: station.device.id, country: 'BE' }),
    settled: async (state = 'synced', timeout = usualWait) =>
      await eventually(async () => {
        const now = await status();
        if (now.state !== state || (state === 'synced' && now.pending > 0)) throw new Error(`sync is ${JSON.stringify(now)}`);
        return now;
      }, timeout),
  };
}

const usualWait = 15_000;

/** Tries until it does not throw: for facts that come by themselves. */
export async function eventually<T>(fact: () => Promise<T> | T, timeout = usualWait): Promise<T> {
  return await vi.waitFor(fact, { timeout, interval: 10 });
}

/** All that central has, read by somebody else. */
export async function everyRowAt(site: Site): Promise<{ readonly entity: EntityName; readonly row: EntityRow<EntityName> }[]> {
  const answer = await site.colleague.send('GET', '/v1/snapshot');
  return answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { type: string; entity?: EntityName; row?: EntityRow<EntityName> })
    .flatMap(({ type, entity, row }) => (type === 'row' && entity !== undefined && row !== undefined ? [{ entity, row }] : []));
}

/** All rows of an entity that central has. */
export async function rowsAt<N extends EntityName>(site: Site, entity: N): Promise<EntityRow<N>[]> {
  return (await everyRowAt(site)).flatMap(({ entity: name, row }) => (name === entity ? [row as EntityRow<N>] : []));
}

