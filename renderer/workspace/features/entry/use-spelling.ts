import { queryOptions } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Language } from '#shared/domain/entities.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { knownWords } from '#shared/domain/word-check.ts';
import { useServices, type Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { isProse } from './prose.ts';

/** Products whose names are known; a centre that sells more has few that are words of their own. */
const mostProducts = 50;

/** Asked once: the store tells when the catalogue is another one. */
function productNames(store: Services['store']) {
  return queryOptions({ queryKey: storeKeys.productNames, queryFn: () => store.call('product.search', { text: '', limit: mostProducts }), staleTime: Infinity, gcTime: Infinity });
}

/** Names that stand on the screen now: no misspellings, whatever a dictionary says. */
function namesIn(file: InteractionFile | null): readonly string[] {
  if (file === null) return [];
  const { customer, queue } = file;
  const people = customer === null || customer.masked.includes('name') ? [] : [customer.customer.givenName, customer.customer.familyName, customer.customer.organisationName ?? ''];
  const places = customer === null || customer.masked.length > 0 ? [] : customer.addresses.flatMap(({ street, town }) => [street, town]);
  return [...people, ...places, queue?.organisation ?? '', queue?.name ?? ''];
}

/** Loads the dictionaries when sentences are first written, in the language of the operator and of the conversation, and tells the checker which names are right. */
export function useSpelling(): void {
  const { main, store, spelling, queries } = useServices();
  const report = useReport();
  const { settings } = useSettings();
  const { file } = useWork();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const inUse = useRef('');

  const onFocus = useEffectEvent(async (target: EventTarget | null) => {
    if (spelling === null || !isProse(target)) return;
    const spoken = file?.customer?.customer.language ?? file?.queue?.language ?? settings.language;
    const languages: Language[] = [...new Set([settings.language, spoken])];
    if (inUse.current !== languages.join()) {
      inUse.current = languages.join();
      await report(() => main.call('spelling.use', { languages }));
    }
    const products = await queries.fetchQuery(productNames(store)).catch(() => []);
    const names = [...namesIn(file), operator, ...products.flatMap(({ product }) => Object.values(product.name))];
    spelling.know(knownWords(names), languages.includes('nl') || languages.includes('de'));
  });
  useEffect(() => {
    const listen = (event: FocusEvent): void => void onFocus(event.target);
    document.addEventListener('focusin', listen);
    return () => document.removeEventListener('focusin', listen);
  }, []);
}
