import { Button } from 'react-aria-components';
import type { AgentState } from '#shared/domain/agent-state.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { View } from './places.ts';
import { useSnapshot } from './use-snapshot.ts';
import styles from './Rail.module.css';

interface RailProps {
  readonly view: View;
  readonly onView: (view: Exclude<View, 'customer'>) => void;
}

/** The rooms of the application, and who sits here. */
export function Rail({ view, onView }: RailProps) {
  const { t } = useTexts();
  const name = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const agent = useSnapshot((snapshot) => snapshot.agent);
  const room = (to: Exclude<View, 'readiness' | 'customer' | 'unsent'>, keys?: string) => (
    <Button className={styles.room ?? ''} aria-current={view === to ? 'page' : undefined} {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })} onPress={() => onView(to)}>
      {t(`rail.${to}`)}
    </Button>
  );
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <span className={styles.logo} aria-hidden="true">
        B
      </span>
      {room('work')}
      {room('directory', 'Alt+K')}
      {room('history', 'Alt+I')}
      {room('products', 'Control+M')}
      <span className={styles.space} />
      {room('settings', 'Control+,')}
      <span className={styles.avatar} role="img" aria-label={`${name}: ${stateText(agent)}`} title={name} data-state={agent.state}>
        {initials(name)}
      </span>
    </nav>
  );

  function stateText(state: AgentState): string {
    return state.state === 'not-ready' ? t(`agent.${state.reason}`) : t(`agent.${state.state}`);
  }
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = words[0]?.slice(0, 1) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.slice(0, 1) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
