import { useQuery } from '@tanstack/react-query';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { customerById } from '../../app/store-queries.ts';
import { customerName } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CustomerFacts } from '../customer/CustomerFacts.tsx';
import { History } from '../customer/History.tsx';
import styles from './CustomerCard.module.css';

interface CustomerCardProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** A customer to read, beside the list: the conversation in hand keeps its own file. */
export function CustomerCard({ customerId, onClose }: CustomerCardProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const { data: file, error } = useQuery(customerById(store, customerId));
  return (
    <Panel
      className={styles.card}
      title={file === undefined ? t('customer.loading') : customerName(file.customer)}
      aside={
        <Button size="small" onPress={onClose}>
          {t('action.dismiss')}
        </Button>
      }
    >
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {file === undefined ? null : (
        <>
          <CustomerFacts file={file} />
          <h3 className={styles.heading}>{t('side.recent')}</h3>
          <History interactions={file.interactions} currentId="" isNarrow />
        </>
      )}
    </Panel>
  );
}
