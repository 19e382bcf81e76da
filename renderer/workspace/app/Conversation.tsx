import { CustomerPanel } from '../features/customer/CustomerPanel.tsx';
import { ScriptPanel } from '../features/script/ScriptPanel.tsx';
import { SidePanel } from '../features/wrapup/SidePanel.tsx';
import styles from './Conversation.module.css';

/** Script, customer and notes beside each other: all that a conversation needs, without a click. */
export function Conversation() {
  return (
    <div className={styles.columns}>
      <ScriptPanel />
      <CustomerPanel />
      <SidePanel />
    </div>
  );
}
