import { useEffect, useState } from 'react';
import { CallStrip } from '../features/calls/CallStrip.tsx';
import { IdleScreen } from '../features/calls/IdleScreen.tsx';
import { RingAnnouncer } from '../features/calls/RingAnnouncer.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { PlaceTroubles } from '../features/status/PlaceTroubles.tsx';
import { TopBar } from '../features/status/TopBar.tsx';
import { WrapUpBar } from '../features/wrapup/WrapUpBar.tsx';
import { Conversation } from './Conversation.tsx';
import { Rail, type View } from './Rail.tsx';
import { useServices } from './services.ts';
import { useShortcut } from './use-shortcut.ts';
import { useChosenWork, WorkContext } from './work-context.ts';
import styles from './Workplace.module.css';

/** The operator's desk: rail, bar, line, conversation, result. */
export function Workplace() {
  const { main } = useServices();
  const inHand = useChosenWork();
  const [view, setView] = useState<View>('work');
  useShortcut('Ctrl+,', () => setView('settings'));
  useEffect(() => main.on('reveal', ({ what }) => setView(what === 'settings' ? 'settings' : 'work')), [main]);
  return (
    <WorkContext value={inHand}>
      <div className={styles.place}>
        <Rail view={view} onView={setView} />
        <TopBar />
        <div className={styles.line}>
          <PlaceTroubles />
          <CallStrip />
        </div>
        <main className={styles.main}>
          {view === 'settings' ? <SettingsPage onClose={() => setView('work')} /> : inHand.work === null ? <IdleScreen /> : <Conversation />}
        </main>
        {inHand.file === null || view === 'settings' ? null : <WrapUpBar key={inHand.file.interaction.id} file={inHand.file} />}
        <RingAnnouncer />
      </div>
    </WorkContext>
  );
}
