import { notifyManager, QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { systemClock, type Clock } from '#shared/domain/clock.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import type { RawPort, SpellingBridge } from '../balie.d.ts';
import { DraftJournal } from './draft-journal.ts';
import { FieldPointer } from './field-pointer.ts';
import { Notices } from './notices.ts';
import { PresenceWatch } from './presence-watch.ts';
import { Shortcuts } from './shortcuts.ts';
import { SnapshotStore } from './snapshot-store.ts';

// By default a timer tells the components of new data: the key that brought it would be painted a task later, which is a frame too late.
notifyManager.setScheduler(queueMicrotask);

/** What the components reach the outside by: made once per page, given down by context. */
export interface Services {
  readonly main: Client<MainContract>;
  readonly store: Client<StoreContract>;
  readonly snapshots: SnapshotStore;
  readonly journal: DraftJournal;
  readonly notices: Notices;
  readonly shortcuts: Shortcuts;
  readonly pointer: FieldPointer;
  readonly presence: PresenceWatch;
  /** Null where the page has no checker. */
  readonly spelling: SpellingBridge | null;
  readonly queries: QueryClient;
}

export function createServices(balie: { readonly main: RawPort; readonly store: RawPort; readonly spelling?: SpellingBridge }, clock: Clock = systemClock): Services {
  const main = connect(mainContract, balie.main);
  const store = connect(storeContract, balie.store);
  return {
    main,
    store,
    snapshots: new SnapshotStore(main, clock),
    journal: new DraftJournal((interactionId, fields) => store.call('draft.write', { interactionId, fields }), clock),
    notices: new Notices(clock),
    shortcuts: new Shortcuts(),
    pointer: new FieldPointer(),
    presence: new PresenceWatch(main),
    spelling: balie.spelling ?? null,
    queries: new QueryClient({
      defaultOptions: {
        // The store is on this machine: whether the network is there does not matter, events say when data is old, and reading
        // again costs less than keeping the files of the last callers.
        queries: { networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, retry: retryUnanswered, retryDelay: 250, gcTime: 60_000 },
        mutations: { networkMode: 'always' },
      },
    }),
  };
}

/** A refusal is an answer. Only what a store that starts or was replaced left unanswered is asked again. */
function retryUnanswered(failures: number, thrown: unknown): boolean {
  const { code } = asBalieError(thrown);
  return failures < 20 && (code === 'ipc.closed' || code === 'ipc.timeout' || code === 'store.not-ready');
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('ServicesContext is missing');
  return services;
}
