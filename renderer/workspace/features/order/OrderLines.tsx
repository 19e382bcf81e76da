import { eligibleDiscounts, lineCents } from '#shared/domain/ordering/pricing.ts';
import type { OrderLine } from '#shared/domain/ordering/order.ts';
import type { OrderDesk } from '#shared/domain/ordering/order-views.ts';
import { localTime } from '#shared/domain/ordering/calendar.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { calendarDay, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/Button.tsx';
import { useWholeNumber } from '../../ui/use-whole-number.ts';
import type { OrderMaker } from './use-order-maker.ts';
import { HoldCell, StockCell } from './StockCell.tsx';
import styles from './Order.module.css';

interface OrderLinesProps {
  readonly maker: OrderMaker;
  readonly desk: OrderDesk;
  readonly policy: SalesPolicy;
  readonly lines: readonly OrderLine[];
}

/** What is ordered: stock seen, quantity, discount, price. */
export function OrderLines({ maker, desk, policy, lines }: OrderLinesProps) {
  const { t } = useTexts();
  return (
    <table className={styles.lines} aria-label={t('order.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('order.product')}</th>
          <th scope="col">{t('order.stockHead')}</th>
          <th scope="col" className={styles.right}>{t('order.quantity')}</th>
          <th scope="col" className={styles.right}>{t('order.price')}</th>
          <th scope="col" className={styles.right}>{t('order.sum')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('order.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} maker={maker} desk={desk} policy={policy} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, maker, desk, policy }: Omit<OrderLinesProps, 'lines'> & { readonly line: OrderLine }) {
  const { t, language } = useTexts();
  const now = useNow(60_000);
  const card = desk.cards.find(({ product }) => product.id === line.productId);
  const hold = desk.holds.findLast(({ productId }) => productId === line.productId);
  const name = localised(line.name, language);
  const wished = maker.wish.lines.find(({ id }) => id === line.id);
  const moment = { day: localTime(new Date(now).toISOString(), policy.timeZone).day, segment: desk.segment };
  const discounts = card === undefined ? [] : eligibleDiscounts(card.product, line.quantity, moment);
  const quantity = useWholeNumber({
    value: wished?.quantity ?? line.quantity,
    min: 1,
    max: 9_999,
    onChange: (pieces) => maker.setLine(line.id, { quantity: pieces, discount: line.discountKey === null && discounts.length > 0 ? { key: null } : 'best' }),
  });
  return (
    <tr>
      <td>
        <span className={styles.name}>{name}</span>
        {discounts.length === 0 ? null : (
          <select className={styles.discount} aria-label={t('order.discountOf', { name })} value={line.discountKey ?? ''} onChange={(event) => maker.setLine(line.id, { discount: { key: event.target.value === '' ? null : event.target.value } })}>
            {discounts.map((discount) => (
              <option key={discount.key} value={discount.key}>
                {t('order.discountUntil', { label: localised(discount.label, language), until: calendarDay(language, discount.until) })}
              </option>
            ))}
            <option value="">{t('order.noDiscount')}</option>
          </select>
        )}
      </td>
      <td className={styles.stockTd}>
        <StockCell card={card} policy={policy} />
        <HoldCell hold={hold} />
      </td>
      <td className={styles.right}>
        <input className={styles.quantity} aria-label={t('order.quantityOf', { name })} {...quantity} />
      </td>
      <td className={styles.right}>{euro(language, line.unitCents)}</td>
      <td className={styles.right}>
        {line.discountCents === 0 ? null : <s className={styles.former}>{euro(language, line.quantity * line.unitCents)}</s>}
        {euro(language, lineCents(line))}
      </td>
      <td>
        <Button size="small" tone="quiet" aria-label={t('order.removeWhat', { name })} onPress={() => maker.removeLine(line.id)}>
          ×
        </Button>
      </td>
    </tr>
  );
}
