import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { customerById } from '../../app/store-queries.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useWork } from '../../app/work-context.ts';
import { customerName } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Archived } from '../file/Archived.tsx';
import { PersonMenu } from '../file/PersonMenu.tsx';
import { Records } from '../file/Records.tsx';
import { Timeline } from '../file/Timeline.tsx';
import { LockedNotice } from '../identity/LockedNotice.tsx';
import { LetterPanel } from '../letter/LetterPanel.tsx';
import { OrderBook } from '../order/OrderBook.tsx';
import { CustomerTrail } from '../trail/CustomerTrail.tsx';
import { CustomerData } from './CustomerData.tsx';
import { CustomerPrint } from './CustomerPrint.tsx';
import { useLinkToWork } from './use-link-to-work.ts';
import styles from './CustomerPage.module.css';

interface CustomerPageProps {
  readonly customerId: string;
  /** A letter is what it was opened for. */
  readonly letter?: boolean | undefined;
  readonly onClose: () => void;
  readonly onCustomer: (customerId: string) => void;
}

/** A customer who was looked up. The conversation in hand keeps its own file, until the operator says that it is with this one. */
export function CustomerPage({ customerId, letter = false, onClose, onCustomer }: CustomerPageProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const { file: inHand } = useWork();
  const link = useLinkToWork();
  const page = useRef<HTMLDivElement>(null);
  const { data: file, error } = useQuery(customerById(store, customerId));
  const canLink = link !== null && inHand?.interaction.customerId !== customerId;
  const linkThis = (): void => void link?.(customerId).then((done) => done && onClose());
  useShortcut('Ctrl+j', linkThis, canLink);
  const [isWriting, setWriting] = useState(letter);
  const isLocked = file !== undefined && file.masked.length > 0;
  useShortcut('Ctrl+b', () => setWriting((open) => !open), !isLocked);
  // Whoever opened it by the keyboard reads on here.
  useEffect(() => {
    if (!letter) page.current?.focus();
  }, [letter]);
  return (
    <div ref={page} tabIndex={-1} className={styles.page}>
      <PageHead title={file === undefined ? t('customer.loading') : customerName(file.customer)} onClose={onClose}>
        {canLink ? (
          <Button tone="primary" keys="Ctrl+j" onPress={linkThis}>
            {t('find.link')}
          </Button>
        ) : null}
        <Button keys="Ctrl+b" isDisabled={isLocked} isOn={isWriting} aria-expanded={isWriting} onPress={() => setWriting((open) => !open)}>
          {t('letter.title')}
        </Button>
        {file === undefined || isLocked ? null : <CustomerPrint file={file} />}
        <ExportMenu requests={[{ list: 'timeline', customerId }, { list: 'orders', customerId }]} />
      </PageHead>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {isLocked ? <LockedNotice elsewhere={inHand?.interaction.customerId !== customerId} /> : null}
      {file === undefined ? null : (
        <div className={styles.columns}>
          <Panel title={t('customer.panel')}>
            {isLocked ? null : <Archived file={file} />}
            <CustomerData file={file} />
            {file.masked.includes('orders') ? null : <OrderBook customer={file} interactionId={null} />}
            <Records file={file} interactionId={null} />
            <CustomerTrail key={customerId} customerId={customerId} />
            {isLocked ? null : <PersonMenu file={file} onCustomer={onCustomer} />}
          </Panel>
          {isWriting && !isLocked ? (
            <LetterPanel file={file} onClose={() => setWriting(false)} />
          ) : (
            <Panel title={t('customer.historyTab')}>
              <Timeline customerId={customerId} currentId="" />
            </Panel>
          )}
        </div>
      )}
    </div>
  );
}
