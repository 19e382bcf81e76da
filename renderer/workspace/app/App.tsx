import { useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { isLive } from '#shared/domain/call.ts';
import { localeOf } from '../i18n/i18n.ts';
import { Locked } from '../features/session/Locked.tsx';
import { Starting } from '../features/session/Starting.tsx';
import { PassingNotices } from '../features/status/PassingNotices.tsx';
import { Entrance } from './Entrance.tsx';
import { Workplace } from './Workplace.tsx';
import { useServices } from './services.ts';
import { useAppearance } from './use-appearance.ts';
import { useSettings } from './use-settings.ts';
import { useHasSnapshot, useSnapshot } from './use-snapshot.ts';

/** The whole page: the way in, or the workplace. Whoever is on the line keeps the workplace, whatever fails around it. */
export function App() {
  const { snapshots } = useServices();
  const hasSnapshot = useHasSnapshot();
  const error = useSyncExternalStore(snapshots.subscribe, snapshots.error);
  const { settings, loaded } = useSettings();
  useAppearance(settings);
  if (!hasSnapshot || !loaded) return <Starting what="application" error={error?.code ?? null} />;
  return (
    <I18nProvider locale={localeOf(settings.language)}>
      <Place />
      <PassingNotices />
    </I18nProvider>
  );
}

function Place() {
  const isOpen = useSnapshot((snapshot) => snapshot.calls.some(isLive));
  const lock = useSnapshot((snapshot) => snapshot.lock ?? null);
  const session = useSnapshot((snapshot) => snapshot.session);
  // Who is not signed in any more signs in anew, which opens the desk as well.
  if (lock !== null && session.state === 'signed-in') return <Locked lock={lock} session={session} />;
  return (
    <Entrance isOpen={isOpen && lock === null}>
      <Workplace />
    </Entrance>
  );
}
