import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import type { Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

/** How central's scripts are known in the page. They are asked again whenever the page opens: other people write too. */
export const scriptKeys = {
  all: ['scripts'] as const,
  list: ['scripts', 'list'] as const,
  versions: (scriptId: string) => ['scripts', 'versions', scriptId] as const,
  version: (scriptId: string, number: number) => ['scripts', 'version', scriptId, number] as const,
  queues: ['scripts', 'queues'] as const,
  drafts: ['scripts', 'drafts'] as const,
};

const fresh = { staleTime: 0, retry: false } as const;

export const scriptList = ({ main }: Pick<Services, 'main'>) => ({ queryKey: scriptKeys.list, queryFn: async () => (await main.call('scripts.list', undefined)).items, ...fresh });
export const scriptVersions = ({ main }: Pick<Services, 'main'>, scriptId: string) => ({ queryKey: scriptKeys.versions(scriptId), queryFn: async () => (await main.call('scripts.versions', { scriptId })).items, ...fresh });
export const queueScripts = ({ main }: Pick<Services, 'main'>) => ({ queryKey: scriptKeys.queues, queryFn: async () => (await main.call('scripts.queues', undefined)).items, ...fresh });
/** How queues are called, for scripts that name them by key. */
export const queueNames = (services: Pick<Services, 'main'>) => ({ ...queueScripts(services), staleTime: 60_000, select: (queues: readonly QueueScript[]) => queues.map(({ key, name, objectionBudget = null }) => ({ value: key, label: name, objectionBudget })) });
/** A version never changes; what became of it is in the list. */
export const scriptVersion = ({ main }: Pick<Services, 'main'>, scriptId: string, number: number) => ({ queryKey: scriptKeys.version(scriptId, number), queryFn: async () => await main.call('scripts.read', { scriptId, number }), retry: false });
/** What the centre offers beside what customers call for. Under the key of orders: what is sold changes it. */
export const currentOffers = ({ store }: Pick<Services, 'store'>) => ({ queryKey: [...storeKeys.orders, 'offered'], queryFn: async () => await store.call('offer.current', undefined) });
export const scriptDrafts = ({ store }: Pick<Services, 'store'>) => ({ queryKey: scriptKeys.drafts, queryFn: async () => await store.call('scriptDraft.list', undefined), staleTime: 0 });
