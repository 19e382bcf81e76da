import { useEffect, useState } from 'react';
import { CallStrip } from '../features/calls/CallStrip.tsx';
import { IdleScreen } from '../features/calls/IdleScreen.tsx';
import { RingAnnouncer } from '../features/calls/RingAnnouncer.tsx';
import { DeviceMoves } from '../features/devices/DeviceMoves.tsx';
import { DialProvider } from '../features/dial/DialProvider.tsx';
import { DialRequests } from '../features/dial/DialRequests.tsx';
import { DirectoryPage } from '../features/directory/DirectoryPage.tsx';
import { HistoryPage } from '../features/history/HistoryPage.tsx';
import { ReadinessPage } from '../features/readiness/ReadinessPage.tsx';
import { SensitiveGuard } from '../features/recording/SensitiveGuard.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { PlaceTroubles } from '../features/status/PlaceTroubles.tsx';
import { TopBar } from '../features/status/TopBar.tsx';
import { WrapUpBar } from '../features/wrapup/WrapUpBar.tsx';
import { Conversation } from './Conversation.tsx';
import { Rail, type View } from './Rail.tsx';
import { useServices } from './services.ts';
import { useShortcut } from './use-shortcut.ts';
import { useWork } from './work-context.ts';
import { WorkProvider } from './WorkProvider.tsx';
import styles from './Workplace.module.css';

/** The operator's desk: rail, bar, line, conversation, result. */
export function Workplace() {
  return (
    <WorkProvider>
      <DialProvider>
        <Desk />
      </DialProvider>
    </WorkProvider>
  );
}

function Desk() {
  const { main } = useServices();
  const [view, setView] = useState<View>('work');
  const toggle = (wanted: View): void => setView((shown) => (shown === wanted ? 'work' : wanted));
  useShortcut('Ctrl+,', () => setView('settings'));
  useShortcut('Ctrl+g', () => setView('readiness'));
  useShortcut('Alt+k', () => toggle('directory'));
  useShortcut('Alt+i', () => toggle('history'));
  useEffect(() => main.on('reveal', ({ what }) => setView(what === 'call' ? 'work' : what)), [main]);
  return (
    <div className={styles.place}>
      <Rail view={view} onView={setView} />
      <TopBar />
      <div className={styles.line}>
        <PlaceTroubles />
        <DialRequests />
        <CallStrip />
        <DeviceMoves />
      </div>
      <main className={styles.main}>
        <Room view={view} onView={setView} />
      </main>
      {view === 'work' ? <Result /> : null}
      <RingAnnouncer />
      <SensitiveGuard />
    </div>
  );
}

interface RoomProps {
  readonly view: View;
  readonly onView: (view: View) => void;
}

function Room({ view, onView }: RoomProps) {
  const { work } = useWork();
  const toWork = (): void => onView('work');
  const toCheck = (): void => onView('readiness');
  switch (view) {
    case 'settings':
      return <SettingsPage onClose={toWork} onCheck={toCheck} />;
    case 'directory':
      return <DirectoryPage onClose={toWork} />;
    case 'history':
      return <HistoryPage onClose={toWork} />;
    case 'work':
      return work === null ? <IdleScreen onCheck={toCheck} /> : <Conversation />;
    case 'readiness':
      return <ReadinessPage onClose={toWork} />;
  }
}

function Result() {
  const { file } = useWork();
  return file === null ? null : <WrapUpBar key={file.interaction.id} file={file} />;
}
