import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { AgentState } from '#shared/domain/agent-state.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useKnowledgePanel } from '../features/knowledge/KnowledgeContext.ts';
import { useKeyShortcuts } from '../ui/use-key-shortcuts.ts';
import type { View } from './places.ts';
import { useLeads } from './use-leads.ts';
import { useSnapshot } from './use-snapshot.ts';
import styles from './Rail.module.css';

type Room = Exclude<View, 'readiness' | 'customer' | 'unsent'>;

interface RailProps {
  readonly view: View;
  readonly onView: (view: Exclude<View, 'customer'>) => void;
}

/** The rooms of the application, and who sits here. */
export const Rail = memo(function Rail({ view, onView }: RailProps) {
  const { t } = useTexts();
  const name = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const agent = useSnapshot((snapshot) => snapshot.agent);
  const leads = useLeads();
  const room = (to: Room, keys?: string) => <RoomButton to={to} keys={keys} isHere={view === to} onView={onView} />;
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <span className={styles.logo} aria-hidden="true">
        B
      </span>
      {room('work')}
      {room('directory', 'Alt+k')}
      {room('history', 'Alt+i')}
      {room('products', 'Ctrl+m')}
      <KnowledgeButton />
      {room('figures', 'F4')}
      {room('todo', 'Ctrl+F10')}
      {leads ? room('scripts', 'Ctrl+0') : null}
      {leads ? room('templates', 'Ctrl+Shift+b') : null}
      <span className={styles.space} />
      {room('settings', 'Ctrl+,')}
      <span className={styles.avatar} role="img" aria-label={`${name}: ${stateText(agent)}`} title={name} data-state={agent.state}>
        {initials(name)}
      </span>
    </nav>
  );

  function stateText(state: AgentState): string {
    return state.state === 'not-ready' ? t(`agent.${state.reason}`) : t(`agent.${state.state}`);
  }
});

/** Not a room: it lies beside the work, whichever room that is in. */
function KnowledgeButton() {
  const { t } = useTexts();
  const { wish, open } = useKnowledgePanel();
  const ref = useKeyShortcuts<HTMLButtonElement>('F1');
  return (
    <Button ref={ref} className={styles.room ?? ''} aria-expanded={wish !== null} onPress={() => open()}>
      {t('rail.knowledge')}
    </Button>
  );
}

interface RoomButtonProps {
  readonly to: Room;
  readonly keys: string | undefined;
  readonly isHere: boolean;
  readonly onView: (view: Room) => void;
}

function RoomButton({ to, keys, isHere, onView }: RoomButtonProps) {
  const { t } = useTexts();
  const ref = useKeyShortcuts<HTMLButtonElement>(keys);
  return (
    <Button ref={ref} className={styles.room ?? ''} aria-current={isHere ? 'page' : undefined} onPress={() => onView(to)}>
      {t(`rail.${to}`)}
    </Button>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = words[0]?.slice(0, 1) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.slice(0, 1) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
