import { CustomerPanel } from '../features/customer/CustomerPanel.tsx';
import { ScriptPanel } from '../features/script/ScriptPanel.tsx';
import { SidePanel } from '../features/wrapup/SidePanel.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './Conversation.module.css';

/** Script, customer and notes beside each other: all that a conversation needs, without a click. */
export function Conversation({ onCustomer }: { readonly onCustomer: (customerId: string) => void }) {
  const { t } = useTexts();
  return (
    <div className={styles.columns}>
      <h1 className="visually-hidden">{t('rail.work').replaceAll('\u00ad', '')}</h1>
      <ScriptPanel />
      <CustomerPanel onCustomer={onCustomer} />
      <SidePanel />
    </div>
  );
}
