import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { CustomerFile, Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { useServices } from './services.ts';
import type { SnapshotStore } from './snapshot-store.ts';

type Store = Client<StoreContract>;

export const storeKeys = {
  interactions: ['interaction'],
  call: (callId: string) => ['interaction', 'call', callId],
  interaction: (id: string) => ['interaction', 'id', id],
  scripts: (id: string) => ['interaction', 'scripts', id],
  unfinished: ['interaction', 'unfinished'],
  customers: ['customer'],
  customer: (id: string) => ['customer', id],
  /** What was typed in a looked-up customer's file. Not under their own key: it is read once, and then the journal knows. */
  draft: (ownerId: string) => ['draft', ownerId],
  /** Who of this number asked not to be called. */
  refusals: (number: string) => ['refusals', number],
  search: (text: string) => ['search', text],
  sync: ['sync'],
  directory: (text: string) => ['directory', text],
  history: ['history'],
  timeline: (customerId: string, filter: string) => ['file', customerId, 'timeline', filter],
  corrections: (customerId: string, fields: readonly string[]) => ['file', customerId, 'corrections', ...fields],
  duplicates: (customerId: string) => ['file', customerId, 'duplicates'],
  file: (customerId: string) => ['file', customerId],
  work: ['work'],
  workOf: (whose: 'own' | 'all') => ['work', whose],
  procedures: ['procedure'],
  colleagues: ['procedure', 'colleagues'],
  /** Everything about selling: what changes at central may change any of it. */
  orders: ['order'],
  /** What products are called. Not with the orders: those are asked for again whenever a customer changes. */
  productNames: ['product-names'],
  offers: (customerId: string, interactionId: string) => ['order', 'offers', customerId, interactionId],
  /** Articles that are looked up. */
  knowledge: ['knowledge'],
  shiftNews: ['shift'],
  letters: ['letters'],
} as const;

/** The interaction of a call. Main tells the store about a call while it tells us: until it knows, ask again shortly. */
export function interactionOfCall(store: Store, callId: string) {
  return queryOptions({
    queryKey: storeKeys.call(callId),
    queryFn: () => store.call('interaction.byCall', { callId }),
    refetchInterval: (query) => (query.state.data === null ? 200 : false),
  });
}

export function interactionById(store: Store, id: string) {
  return queryOptions({ queryKey: storeKeys.interaction(id), queryFn: (): Promise<InteractionFile | null> => store.call('interaction.get', { id }) });
}

/** What can be chosen in a conversation. */
export function scriptsOf(store: Store, id: string) {
  return queryOptions({ queryKey: storeKeys.scripts(id), queryFn: () => store.call('interaction.scripts', { id }), staleTime: 0, gcTime: 60_000 });
}

export function customerById(store: Store, id: string) {
  return queryOptions({ queryKey: storeKeys.customer(id), queryFn: () => store.call('customer.get', { id }) });
}

/** What was typed in a customer's file outside of a conversation, or about an article, before this page was loaded. */
export function draftOfFile(store: Store, ownerId: string) {
  return queryOptions({ queryKey: storeKeys.draft(ownerId), queryFn: async () => (await store.call('draft.read', { ownerId })).draft, staleTime: 0, gcTime: 0 });
}

/** Those of this number who asked not to be called. */
export function refusalsOfNumber(store: Store, number: string) {
  return queryOptions({ queryKey: storeKeys.refusals(number), queryFn: () => store.call('customer.refusals', { number }), gcTime: 60_000 });
}

/** Colleagues and departments by name, number or competence. */
export function directorySearch(store: Store, text: string) {
  return queryOptions({ queryKey: storeKeys.directory(text), queryFn: () => store.call('directory.search', { text, limit: 50 }), gcTime: 60_000 });
}

export function useUnfinished() {
  const { store } = useServices();
  return useQuery({ queryKey: storeKeys.unfinished, queryFn: () => store.call('interaction.unfinished', undefined) });
}

export function useSyncStatus() {
  const { store } = useServices();
  return useQuery({ queryKey: storeKeys.sync, queryFn: () => store.call('sync.status', undefined) });
}

/** Puts an interaction file where both ways of asking for it find it. */
export function keepInteraction(queries: QueryClient, file: InteractionFile): void {
  queries.setQueryData(storeKeys.interaction(file.interaction.id), file);
  for (const leg of file.legs) queries.setQueryData(storeKeys.call(leg.callId), file);
}

/** Puts a customer's file in the cache and in every interaction that shows it. */
export function keepCustomer(queries: QueryClient, customer: CustomerFile): void {
  queries.setQueryData(storeKeys.customer(customer.customer.id), customer);
  queries.setQueriesData<unknown>({ queryKey: storeKeys.interactions }, (data: unknown) =>
    isFile(data) && data.customer?.customer.id === customer.customer.id ? { ...data, customer } : data,
  );
}

/** Takes fields that were saved, or given up, out of every draft that shows them. @param ownerId the conversation's id, or the customer's. */
export function keepWithoutDraft(queries: QueryClient, ownerId: string, fields: Draft): void {
  const left = (draft: Draft): Draft => Object.fromEntries(Object.entries(draft).filter(([field, value]) => fields[field] !== value));
  queries.setQueryData<Draft>(storeKeys.draft(ownerId), (draft) => (draft === undefined ? undefined : left(draft)));
  queries.setQueriesData<unknown>({ queryKey: storeKeys.interactions }, (data: unknown) => (isFile(data) && data.interaction.id === ownerId ? { ...data, draft: left(data.draft) } : data));
}

function isFile(data: unknown): data is InteractionFile {
  return typeof data === 'object' && data !== null && 'candidates' in data;
}

/** Resolves when it is there, or was refused. Asked twice it is read once. */
function readAhead(store: Store, queries: QueryClient, callId: string): Promise<void> {
  return queries.prefetchQuery(interactionOfCall(store, callId));
}

/**
 * What a call that rings is drawn with: its file, which is asked for as soon as main or the store tells of the call.
 *
 * @returns a function that ends it.
 */
export function followCalls(snapshots: SnapshotStore, store: Store, queries: QueryClient): () => void {
  return snapshots.drawWith((snapshot) => {
    if (snapshot.store.state !== 'ready') return null;
    const ringing = snapshot.calls.filter(({ id, state }) => state === 'ringing' && queries.getQueryData(storeKeys.call(id)) === undefined);
    return ringing.length === 0 ? null : Promise.all(ringing.map(({ id }) => readAhead(store, queries, id)));
  });
}

/**
 * Asks again for what the store says has changed, and for everything when the store was replaced.
 *
 * @returns a function that stops following.
 */
export function followStore(store: Store, queries: QueryClient): () => void {
  const again = (queryKey: readonly unknown[]): void => void queries.invalidateQueries({ queryKey });
  const stops = [
    store.on('interaction.opened', ({ callId }) => {
      if (queries.getQueryState(storeKeys.call(callId)) === undefined) void readAhead(store, queries, callId);
      else again(storeKeys.call(callId));
      again(storeKeys.unfinished);
      again(storeKeys.history);
    }),
    store.on('interaction.changed', ({ id }) => {
      again(storeKeys.unfinished);
      again(storeKeys.history);
      void queries.invalidateQueries({ predicate: (query) => isFile(query.state.data) && query.state.data.interaction.id === id });
    }),
    store.on('customer.changed', ({ id }) => {
      again(storeKeys.customer(id));
      again(storeKeys.file(id));
      again(storeKeys.orders);
      again(['search']);
      again(['refusals']);
      void queries.invalidateQueries({ predicate: (query) => isFile(query.state.data) && query.state.data.customer?.customer.id === id });
    }),
    store.on('customers.changed', () => void queries.invalidateQueries()),
    // What was shown before is not to be seen again, not for a moment; the file of a call that rings is being read.
    store.on('access.changed', () => {
      queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'interaction' });
      void queries.invalidateQueries();
    }),
    store.on('work.changed', () => again(storeKeys.work)),
    store.on('catalogue.changed', () => {
      again(storeKeys.orders);
      again(storeKeys.productNames);
      again(storeKeys.shiftNews);
    }),
    store.on('knowledge.changed', () => {
      again(storeKeys.knowledge);
      again(storeKeys.shiftNews);
    }),
    // Main is asked about letters: an answer that is still on its way may be of before.
    store.on('letters.changed', () => void queries.cancelQueries({ queryKey: storeKeys.letters }).then(() => again(storeKeys.letters))),
    store.on('reference.changed', () => {
      again(storeKeys.interactions);
      again(['directory']);
      again(storeKeys.procedures);
      again(storeKeys.orders);
    }),
    store.on('sync.status', (status) => queries.setQueryData(storeKeys.sync, status)),
    store.onReset(() => void queries.invalidateQueries()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
