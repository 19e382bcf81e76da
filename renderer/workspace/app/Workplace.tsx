import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { CallStrip } from '../features/calls/CallStrip.tsx';
import { IdleScreen } from '../features/calls/IdleScreen.tsx';
import { RingAnnouncer } from '../features/calls/RingAnnouncer.tsx';
import { useCaseNumbers } from '../features/casework/use-case-numbers.ts';
import { CustomerPage } from '../features/customer/CustomerPage.tsx';
import { DeviceMoves } from '../features/devices/DeviceMoves.tsx';
import { DialProvider } from '../features/dial/DialProvider.tsx';
import { DialRequests } from '../features/dial/DialRequests.tsx';
import { DirectoryPage } from '../features/directory/DirectoryPage.tsx';
import { TypingAids } from '../features/entry/TypingAids.tsx';
import { FindContext } from '../features/find/FindContext.ts';
import { useFind } from '../features/find/use-find.tsx';
import { useKnowledgePanel } from '../features/knowledge/KnowledgeContext.ts';
import { KnowledgeAside, KnowledgeProvider } from '../features/knowledge/KnowledgeProvider.tsx';
import { HistoryPage } from '../features/history/HistoryPage.tsx';
import { ProductsPage } from '../features/order/ProductsPage.tsx';
import { ReadinessPage } from '../features/readiness/ReadinessPage.tsx';
import { SensitiveGuard } from '../features/recording/SensitiveGuard.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { PlaceTroubles } from '../features/status/PlaceTroubles.tsx';
import { TopBar } from '../features/status/TopBar.tsx';
import { UnsentPage } from '../features/unsent/UnsentPage.tsx';
import { WrapUpBar } from '../features/wrapup/WrapUpBar.tsx';
import { Conversation } from './Conversation.tsx';
import { PageHome } from './PageHome.tsx';
import type { Place, View } from './places.ts';
import { Rail } from './Rail.tsx';
import { useLate } from './use-late.ts';
import { useServices } from './services.ts';
import { useReport } from './use-report.ts';
import { useShortcut } from './use-shortcut.ts';
import { useLeads } from './use-leads.ts';
import { useWork } from './work-context.ts';
import { WorkProvider } from './WorkProvider.tsx';
import styles from './Workplace.module.css';

/** Looked at between calls: what draws it is not in the way of a call that rings. */
const FiguresPage = lazy(async () => ({ default: (await import('../features/figures/FiguresPage.tsx')).FiguresPage }));
const WorkPage = lazy(async () => ({ default: (await import('../features/casework/WorkPage.tsx')).WorkPage }));
/** Few write scripts, and what draws them is large: it is loaded when it is asked for. */
const EditorPage = lazy(async () => ({ default: (await import('../features/script-editor/EditorPage.tsx')).EditorPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('../features/templates/TemplatesPage.tsx')).TemplatesPage }));

/** From when on the panels say that the file is being fetched. */
const fileIsLateMs = 150;

/** The operator's desk: rail, bar, line, conversation, result. */
export function Workplace() {
  return (
    <WorkProvider>
      <DialProvider>
        <KnowledgeProvider>
          <Desk />
        </KnowledgeProvider>
      </DialProvider>
    </WorkProvider>
  );
}

function Desk() {
  const { main } = useServices();
  const [place, setPlace] = useState<Place>({ view: 'work' });
  const { view } = place;
  const knowledge = useKnowledgePanel();
  const find = useFind(setPlace, knowledge.open);
  // The same functions all the time: a call that rings, or its file, does not draw the bars.
  const show = useCallback((wanted: Exclude<View, 'customer'>): void => setPlace({ view: wanted }), []);
  const toUnsent = useCallback((): void => show('unsent'), [show]);
  const toWork = useCallback((): void => show('todo'), [show]);
  const toCustomer = useCallback((customerId: string): void => setPlace({ view: 'customer', customerId }), []);
  useCaseNumbers();
  const toggle = (wanted: 'directory' | 'figures' | 'history' | 'products' | 'scripts' | 'templates' | 'todo' | 'unsent'): void => setPlace((shown) => ({ view: shown.view === wanted ? 'work' : wanted }));
  const leads = useLeads();
  const report = useReport();
  useShortcut('Ctrl+Shift+l', () => void report(() => main.call('lock.now', undefined)));
  useShortcut('Ctrl+,', () => show('settings'));
  useShortcut('Ctrl+g', () => show('readiness'));
  useShortcut('Alt+k', () => toggle('directory'));
  useShortcut('Alt+i', () => toggle('history'));
  useShortcut('Ctrl+d', () => toggle('unsent'));
  useShortcut('Ctrl+m', () => toggle('products'));
  useShortcut('F4', () => toggle('figures'));
  useShortcut('Ctrl+F10', () => toggle('todo'));
  useShortcut('Ctrl+0', () => toggle('scripts'), leads);
  useShortcut('Ctrl+Shift+b', () => toggle('templates'), leads);
  useEffect(() => main.on('reveal', ({ what }) => setPlace({ view: what === 'call' ? 'work' : what })), [main]);
  return (
    <FindContext value={find.box}>
      <div className={styles.place}>
        <Rail view={view} onView={show} />
        <TopBar onUnsent={toUnsent} onWork={toWork} />
        <div className={styles.line}>
          <PlaceTroubles />
          <DialRequests />
          <CallStrip />
          <DeviceMoves />
        </div>
        <PageHome view={view} onBack={() => show('work')}>
          <Room place={place} onView={show} onCustomer={toCustomer} />
        </PageHome>
        <KnowledgeAside />
        {find.palette === null ? null : <div className={styles.over}>{find.palette}</div>}
        {view === 'work' ? <Result /> : null}
        <LetterKey onLetter={(customerId) => setPlace({ view: 'customer', customerId, letter: true })} />
        <RingAnnouncer />
        <SensitiveGuard />
        <TypingAids />
      </div>
    </FindContext>
  );
}

interface RoomProps {
  readonly place: Place;
  readonly onView: (view: Exclude<View, 'customer'>) => void;
  readonly onCustomer: (customerId: string) => void;
}

function Room({ place, onView, onCustomer }: RoomProps) {
  const toWork = (): void => onView('work');
  const toCheck = (): void => onView('readiness');
  switch (place.view) {
    case 'settings':
      return <SettingsPage onClose={toWork} onCheck={toCheck} section={place.section} />;
    case 'directory':
      return <DirectoryPage key={place.text} text={place.text} onClose={toWork} />;
    case 'figures':
      return (
        <Suspense fallback={null}>
          <FiguresPage onClose={toWork} onCustomer={onCustomer} />
        </Suspense>
      );
    case 'history':
      return <HistoryPage key={place.text} text={place.text} onClose={toWork} />;
    case 'products':
      return <ProductsPage key={place.text} text={place.text} onClose={toWork} />;
    case 'scripts':
      return (
        <Suspense>
          <EditorPage onClose={toWork} />
        </Suspense>
      );
    case 'templates':
      return (
        <Suspense>
          <TemplatesPage onClose={toWork} />
        </Suspense>
      );
    case 'customer':
      return <CustomerPage key={`${place.customerId} ${place.letter ?? false}`} customerId={place.customerId} letter={place.letter} onClose={toWork} onCustomer={onCustomer} />;
    case 'todo':
      return (
        <Suspense>
          <WorkPage onClose={toWork} onCustomer={onCustomer} />
        </Suspense>
      );
    case 'unsent':
      return <UnsentPage onClose={toWork} />;
    case 'work':
      return <WorkRoom onCheck={toCheck} onCustomer={onCustomer} />;
    case 'readiness':
      return <ReadinessPage onClose={toWork} />;
  }
}

/** The panels wait for the file, which is there within two frames of the ring: drawn empty first, they would be drawn twice. */
function WorkRoom({ onCheck, onCustomer }: { readonly onCheck: () => void; readonly onCustomer: (customerId: string) => void }) {
  const { work, file, error } = useWork();
  const isLate = useLate(work !== null && file === null && error === null, fileIsLateMs);
  if (work === null) return <IdleScreen onCheck={onCheck} />;
  return file === null && error === null && !isLate ? null : <Conversation onCustomer={onCustomer} />;
}

/** A letter to the customer of the conversation in hand; on a customer's own page that page has the key. */
function LetterKey({ onLetter }: { readonly onLetter: (customerId: string) => void }) {
  const customerId = useWork().file?.customer?.customer.id;
  useShortcut('Ctrl+b', () => customerId !== undefined && onLetter(customerId), customerId !== undefined);
  return null;
}

function Result() {
  const { file } = useWork();
  return file === null ? null : <WrapUpBar key={file.interaction.id} file={file} />;
}
