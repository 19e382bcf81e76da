import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useDial } from '../dial/DialContext.ts';
import { addressLine } from './address-line.ts';
import styles from './CustomerFacts.module.css';

/** Who a customer is and how to reach them, to read. */
export function CustomerFacts({ file }: { readonly file: CustomerFile }) {
  const { t } = useTexts();
  const { dial, busy } = useDial();
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && !busy;
  return (
    <dl className={styles.facts} data-selectable="true">
      <div className={styles.fact}>
        <dt>{t('calls.customerNumber')}</dt>
        <dd>{file.customer.customerNumber ?? t('customer.numberPending')}</dd>
      </div>
      {file.contactPoints.map((point) => (
        <div key={point.id} className={styles.fact}>
          <dt>{t(`customer.${point.kind}`)}</dt>
          <dd>
            {point.kind === 'email' ? point.value : phone(point.value)}
            {point.kind === 'email' || file.masked.includes('phoneEnding') ? null : (
              <Button size="small" isDisabled={!canCall} aria-label={t('directory.callWho', { name: phone(point.value) })} onPress={() => void dial(point.value)}>
                {t('dial.call')}
              </Button>
            )}
          </dd>
        </div>
      ))}
      {file.addresses.map((address) => (
        <div key={address.id} className={styles.fact}>
          <dt>{file.addresses.length === 1 ? t('calls.address') : t(`address.${address.kind}`)}</dt>
          <dd>{addressLine(t, address)}</dd>
        </div>
      ))}
    </dl>
  );
}
