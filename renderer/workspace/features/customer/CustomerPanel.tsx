import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { usePointed } from '../../app/use-pointed.ts';
import { useShownCall, useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CustomerTab } from './CustomerTab.tsx';
import { History } from './History.tsx';
import { useFilePainted } from './use-file-painted.ts';
import styles from './CustomerPanel.module.css';

type TabKey = 'customer' | 'history';

/** The customer's file: who it is, and what happened before. */
export function CustomerPanel() {
  const { t } = useTexts();
  const { file, error } = useWork();
  const callId = useShownCall((call) => call.id);
  const [tab, setTab] = useState<TabKey>('customer');
  usePointed((field) => {
    if (field.startsWith('customer.')) setTab('customer');
  });
  useFilePainted(callId, file !== null);
  const count = file?.customer?.interactions.filter((interaction) => interaction.id !== file.interaction.id).length ?? 0;
  return (
    <section className={styles.panel} aria-label={t('customer.panel')}>
      <Tabs className={styles.tabs ?? ''} selectedKey={tab} onSelectionChange={(key) => setTab(key as TabKey)}>
        <header className={styles.header}>
          <TabList className={styles.list ?? ''} aria-label={t('customer.panel')}>
            <Tab id="customer" className={styles.tab ?? ''}>
              {t('customer.tab')}
            </Tab>
            <Tab id="history" className={styles.tab ?? ''} isDisabled={count === 0}>
              {count === 0 ? t('customer.historyTab') : t('customer.history', { count })}
            </Tab>
          </TabList>
          <span className={styles.number} data-selectable="true">
            {file?.customer?.customer.customerNumber ?? (file?.customer ? t('customer.numberPending') : '')}
          </span>
        </header>
        {/* Kept mounted, so that a half-typed field is still there after a look at the history. */}
        <TabPanel id="customer" shouldForceMount className={styles.body ?? ''}>
          {error === null ? null : (
            <Notice tone="error" title={t('customer.failed')}>
              {t(`errors.${error.code}`)}
            </Notice>
          )}
          {file === null ? error === null ? <p className={styles.loading}>{t('customer.loading')}</p> : null : <CustomerTab key={file.interaction.id} file={file} />}
        </TabPanel>
        <TabPanel id="history" className={styles.body ?? ''}>
          {file?.customer ? <History interactions={file.customer.interactions} currentId={file.interaction.id} /> : null}
        </TabPanel>
      </Tabs>
    </section>
  );
}
