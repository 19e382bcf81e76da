import { useId, useState } from 'react';
import { callRefusals } from '#shared/domain/consent.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useShownCall, useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TabList, TabPanel } from '../../ui/TabList.tsx';
import { OpenAgreements } from '../casework/OpenAgreements.tsx';
import { Gate } from '../identity/Gate.tsx';
import { LockedNotice } from '../identity/LockedNotice.tsx';
import { OrderTab } from '../order/OrderTab.tsx';
import { CustomerTrail } from '../trail/CustomerTrail.tsx';
import { CustomerTab } from './CustomerTab.tsx';
import { PersonMenu } from '../file/PersonMenu.tsx';
import { Records } from '../file/Records.tsx';
import { Timeline } from '../file/Timeline.tsx';
import { useFilePainted } from './use-file-painted.ts';
import styles from './CustomerPanel.module.css';

type TabKey = 'customer' | 'order' | 'records' | 'history';

/** The customer's file: who it is, and what happened before. */
export function CustomerPanel({ onCustomer }: { readonly onCustomer: (customerId: string) => void }) {
  const { t } = useTexts();
  const { file, error } = useWork();
  const callId = useShownCall((call) => call.id);
  const [tab, setTab] = useState<TabKey>('customer');
  usePointed((field) => {
    if (field.startsWith('customer.')) setTab('customer');
    if (field === 'order') setTab('order');
  });
  useFilePainted(callId, file !== null);
  // Without a customer these keys choose who is calling.
  const isLinked = file?.customer != null;
  // In the tab itself the same key goes to the search for products.
  useShortcut('Ctrl+4', () => setTab('order'), isLinked && tab !== 'order');
  useShortcut('Ctrl+1', () => setTab('customer'), isLinked);
  useShortcut('Ctrl+2', () => setTab('records'), isLinked);
  useShortcut('Ctrl+3', () => setTab('history'), isLinked);
  const idBase = useId();
  const shown = isLinked ? tab : 'customer';
  const agreed = (file?.customer?.cases.length ?? 0) + (file?.customer?.promises.length ?? 0);
  const refusal = callRefusals(file?.customer?.consents ?? [])[0];
  const masked = file?.customer?.masked ?? [];
  const count = file?.customer?.interactions.filter((interaction) => interaction.id !== file.interaction.id).length ?? 0;
  return (
    <section className={styles.panel} aria-label={t('customer.panel')}>
      <div className={styles.tabs}>
        <header className={styles.header}>
          <TabList
            label={t('customer.panel')}
            idBase={idBase}
            selected={shown}
            onSelect={setTab}
            items={[
              { id: 'customer', label: t('customer.tab'), keys: 'Ctrl+1' },
              { id: 'order', label: t('order.tab'), keys: 'Ctrl+4', isDisabled: !isLinked },
              { id: 'records', label: t('file.recordsTab', { count: agreed }), keys: 'Ctrl+2', isDisabled: !isLinked },
              { id: 'history', label: count === 0 ? t('customer.historyTab') : t('customer.history', { count }), keys: 'Ctrl+3', isDisabled: !isLinked },
            ]}
          />
          <span className={styles.number} data-selectable="true">
            {refusal === undefined ? null : <span className={styles.refusal}>{t(`consent.refuses.${refusal.purpose}`)}</span>}
            {file?.customer?.customer.customerNumber ?? (file?.customer ? t('customer.numberPending') : '')}
          </span>
        </header>
        {file === null ? null : <Gate file={file} />}
        {file?.customer ? <OpenAgreements file={file.customer} /> : null}
        {/* Kept mounted, so that a half-typed field is still there after a look at the history. */}
        <TabPanel idBase={idBase} id="customer" isSelected={shown === 'customer'} isKept isRead={file === null} className={styles.body}>
          {error === null ? null : (
            <Notice tone="error" title={t('customer.failed')}>
              {t(`errors.${error.code}`)}
            </Notice>
          )}
          {file === null ? error === null ? <p className={styles.loading}>{t('customer.loading')}</p> : null : <CustomerTab key={file.interaction.id} file={file} />}
        </TabPanel>
        <TabPanel idBase={idBase} id="order" isSelected={shown === 'order'} isRead={masked.includes('orders')} className={styles.body}>
          {file?.customer ? masked.includes('orders') ? <LockedNotice /> : <OrderTab key={file.customer.customer.id} customer={file.customer} interactionId={file.interaction.id} /> : null}
        </TabPanel>
        <TabPanel idBase={idBase} id="records" isSelected={shown === 'records'} isRead className={styles.body}>
          {file?.customer ? (
            <>
              {masked.includes('text') ? <LockedNotice /> : null}
              <Records key={file.customer.customer.id} file={file.customer} interactionId={file.interaction.id} />
              <CustomerTrail key={`trail ${file.customer.customer.id}`} customerId={file.customer.customer.id} />
              {masked.length > 0 ? null : <PersonMenu file={file.customer} onCustomer={onCustomer} />}
            </>
          ) : null}
        </TabPanel>
        <TabPanel idBase={idBase} id="history" isSelected={shown === 'history'} isRead className={styles.body}>
          {masked.includes('text') ? <LockedNotice /> : null}
          {file?.customer ? <Timeline key={file.customer.customer.id} customerId={file.customer.customer.id} currentId={file.interaction.id} /> : null}
        </TabPanel>
      </div>
    </section>
  );
}
