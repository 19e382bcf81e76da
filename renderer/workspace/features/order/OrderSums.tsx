import type { Totals } from '#shared/domain/ordering/pricing.ts';
import { euro, vatPercent } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Order.module.css';

/** What is to be paid, and the VAT in it by rate. */
export function OrderSums({ totals }: { readonly totals: Totals }) {
  const { t, language } = useTexts();
  return (
    <dl className={styles.sums}>
      {totals.discountCents === 0 ? null : <Row label={t('order.discount')} value={`− ${euro(language, totals.discountCents)}`} />}
      <Row label={t('order.delivery')} value={totals.deliveryCents === 0 ? t('order.free') : euro(language, totals.deliveryCents)} />
      {totals.vat.map(({ rate, vatCents, netCents }) => (
        <Row key={rate} label={t('order.vat', { rate: vatPercent(language, rate), net: euro(language, netCents) })} value={euro(language, vatCents)} isSmall />
      ))}
      <Row label={t('order.total')} value={euro(language, totals.totalCents)} isTotal />
    </dl>
  );
}

function Row({ label, value, isSmall = false, isTotal = false }: { readonly label: string; readonly value: string; readonly isSmall?: boolean; readonly isTotal?: boolean }) {
  return (
    <div className={styles.sum} data-small={isSmall} data-total={isTotal}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
