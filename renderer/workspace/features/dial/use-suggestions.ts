import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { directorySearch, storeKeys } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { useWork } from '../../app/work-context.ts';
import { dialTarget } from './numbers.ts';
import { suggestionsFor, type Suggestion } from './suggestion.ts';

interface Suggestions {
  readonly list: readonly Suggestion[];
  /** The list does not answer to the text yet: nothing in it may be chosen by itself. */
  readonly pending: boolean;
}

const recentLimit = 8;

/**
 * @param recent also who was called or called lately, and the customer on screen; without it, colleagues only.
 */
export function useSuggestions(text: string, { recent, enabled = true }: { readonly recent: boolean; readonly enabled?: boolean }): Suggestions {
  const { store } = useServices();
  const { file } = useWork();
  const country = useCountry();
  const wanted = dialTarget(text);
  const colleagues = useQuery({ ...directorySearch(store, wanted), enabled });
  const calls = useQuery({
    queryKey: [...storeKeys.history, 'recent', wanted],
    queryFn: () => store.call('history.list', { text: wanted, kind: 'all', before: null, limit: recentLimit }),
    enabled: enabled && recent,
    gcTime: 60_000,
  });
  return {
    list: suggestionsFor({ text, colleagues: colleagues.data ?? [], customer: recent ? (file?.customer ?? null) : null, recent: calls.data?.entries ?? [], country }),
    pending: colleagues.isLoading || calls.isLoading,
  };
}
