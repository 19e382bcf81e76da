import { useEffect, useState } from 'react';
import { systemClock } from '#shared/domain/clock.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { useServices } from '../../app/services.ts';
import { useCountry } from '../../app/use-country.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMayExport } from '../export/use-export.ts';
import { keyNames } from '../settings/key-names.ts';
import { sectionNames } from '../settings/SettingsSection.tsx';
import type { FindSource } from './find-hit.ts';
import { FindSession } from './find-session.ts';
import { articleSource, orderSource, productSource } from './order-sources.ts';
import { callSource, colleagueSource, customerSource, namedSource, type Named } from './find-sources.ts';

/** What has a key but is nothing to run by its name: a range of keys, what belongs to a window of its own, and this box. */
const notByName: ReadonlySet<string> = new Set(['scriptAnswer', 'transferBlind', 'find']);

/** @returns a session over everything that can be found here, for as long as the box is open. */
export function useFindSession(): FindSession {
  const { t, language } = useTexts();
  const { store, shortcuts } = useServices();
  const country = useCountry();
  const mayExport = useMayExport().includes('customers');

  function actions(): readonly Named[] {
    const bound = shortcuts.bound();
    return keyNames.flatMap(([name, keys]) =>
      notByName.has(name) || !bound.has(keys.toLowerCase()) ? [] : [{ isOffered: true, hit: { id: `action-${name}`, kind: 'action', title: t(`keys.${name}`), detail: '', keys, target: { to: 'action', keys } } }],
    );
  }
  function pages(): readonly Named[] {
    return sectionNames.map((section) => ({ isOffered: false, hit: { id: `page-${section}`, kind: 'page', title: t(`settings.section.${section}`), detail: t('settings.title'), target: { to: 'settings', section } } }));
  }
  /** What was found, as a file: offered under everything else, to whom the centre lets. */
  const exported: FindSource = {
    kind: 'export',
    find: (text) => (mayExport && text.length > 1 ? [{ id: 'export', kind: 'export', title: t('export.foundCustomers'), detail: t('export.everyFound'), strength: 'near', target: { to: 'export', text } }] : []),
  };
  function sources(): readonly FindSource[] {
    return [customerSource(store, { country, language, archived: t('customer.archived') }), orderSource(store, language), productSource(store, language), articleSource(store, languageSchema.catch('nl').parse(language)), colleagueSource(store), namedSource('action', actions), namedSource('page', pages), callSource(store, language), exported];
  }
  const [session] = useState(() => new FindSession(sources(), systemClock));
  useEffect(() => {
    // Before anything is typed: who was spoken to lately, and what can be done now.
    session.ask('');
    return () => session.close();
  }, [session]);
  return session;
}
