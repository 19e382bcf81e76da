import { queryOptions } from '@tanstack/react-query';
import type { Language } from '#shared/domain/language.ts';
import type { Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

type Store = Services['store'];

export interface Asked {
  readonly text: string;
  readonly language: Language;
  readonly sources: readonly string[] | null;
}

export function articleSearch(store: Store, { text, language, sources }: Asked) {
  return queryOptions({
    queryKey: [...storeKeys.knowledge, 'search', text, language, sources],
    queryFn: () => store.call('article.search', { text, language, sources: sources === null ? null : [...sources] }),
    gcTime: 60_000,
  });
}

export function articleById(store: Store, id: string) {
  return queryOptions({ queryKey: [...storeKeys.knowledge, 'article', id], queryFn: () => store.call('article.get', { id }) });
}
