import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { directorySearch, storeKeys } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { dialTarget, looksLikeNumber } from './numbers.ts';
import { suggestionsFor, type Suggestion } from './suggestion.ts';

interface Suggestions {
  readonly list: readonly Suggestion[];
  /** What Enter takes when nothing was pointed at: a number as soon as it is typed or pasted, a name only when the list answers to it. */
  readonly ready: Suggestion | null;
  /** The list does not answer to the text yet. */
  readonly pending: boolean;
}

const recentLimit = 8;
const nothing: Suggestions = { list: [], ready: null, pending: false };

/**
 * @param recent also who was called or called lately, the customer on screen and codes of the exchange; without it, colleagues only.
 */
export function useSuggestions(text: string, { recent, enabled = true }: { readonly recent: boolean; readonly enabled?: boolean }): Suggestions {
  const { store } = useServices();
  const { file } = useWork();
  const country = useCountry();
  const sequences = useSnapshot(({ policy }) => policy?.digitSequences) ?? [];
  const wanted = dialTarget(text);
  const colleagues = useQuery({ ...directorySearch(store, wanted), enabled });
  const calls = useQuery({
    queryKey: [...storeKeys.history, 'recent', wanted],
    queryFn: () => store.call('history.list', { text: wanted, kind: 'all', before: null, limit: recentLimit }),
    enabled: enabled && recent,
    gcTime: 60_000,
  });
  // An empty field that nobody looks at reads no numbers whenever a file comes.
  if (!enabled && text === '') return nothing;
  const list = suggestionsFor({ text, colleagues: colleagues.data ?? [], customer: recent ? (file?.customer ?? null) : null, recent: calls.data?.entries ?? [], sequences: recent ? sequences : [], country });
  const pending = colleagues.isLoading || calls.isLoading;
  return { list, ready: wanted !== '' && (!pending || looksLikeNumber(wanted)) ? (list[0] ?? null) : null, pending };
}
