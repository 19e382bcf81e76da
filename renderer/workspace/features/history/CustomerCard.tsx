import { useQuery } from '@tanstack/react-query';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { customerById } from '../../app/store-queries.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { customerName, phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { History } from '../customer/History.tsx';
import { useDial } from '../dial/DialContext.ts';
import styles from './CustomerCard.module.css';

interface CustomerCardProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** A customer to read, beside the list: the conversation in hand keeps its own file. */
export function CustomerCard({ customerId, onClose }: CustomerCardProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const { dial, busy } = useDial();
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && !busy;
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
          <dl className={styles.facts} data-selectable="true">
            <dt>{t('calls.customerNumber')}</dt>
            <dd>{file.customer.customerNumber ?? t('customer.numberPending')}</dd>
            {file.contactPoints.map((point) => (
              <div key={point.id} className={styles.fact}>
                <dt>{t(`customer.${point.kind}`)}</dt>
                <dd>
                  {point.kind === 'email' ? point.value : phone(point.value)}
                  {point.kind === 'email' ? null : (
                    <Button size="small" isDisabled={!canCall} aria-label={t('directory.callWho', { name: phone(point.value) })} onPress={() => void dial(point.value)}>
                      {t('dial.call')}
                    </Button>
                  )}
                </dd>
              </div>
            ))}
            {file.addresses.slice(0, 1).map((address) => (
              <div key={address.id} className={styles.fact}>
                <dt>{t('calls.address')}</dt>
                <dd>
                  {`${address.street} ${address.houseNumber}`.trim()}, {address.postcode} {address.town}
                </dd>
              </div>
            ))}
          </dl>
          <h3 className={styles.heading}>{t('side.recent')}</h3>
          <History interactions={file.interactions} currentId="" isNarrow />
        </>
      )}
    </Panel>
  );
}
