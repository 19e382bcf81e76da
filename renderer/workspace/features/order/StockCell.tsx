import type { StockHold } from '#shared/domain/ordering/order.ts';
import type { ProductCard } from '#shared/domain/ordering/order-views.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { availableOf, stockAge } from '#shared/domain/ordering/stock.ts';
import { useNow } from '../../app/use-now.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useCentralLink } from './use-link.ts';
import styles from './Order.module.css';

interface StockCellProps {
  readonly card: ProductCard | undefined;
  readonly policy: SalesPolicy;
}

/** How many there are and how old that number is; grey where nobody vouches for it. */
export function StockCell({ card, policy }: StockCellProps) {
  const { t } = useTexts();
  const link = useCentralLink();
  const now = useNow(30_000);
  if (card === undefined) return null;
  if (!card.product.stocked) return <span className={styles.stock} data-kind="made">{t('order.madeToOrder')}</span>;
  if (card.stock === null) return <span className={styles.stock} data-kind="offline">{t('order.stockUnknown')}</span>;
  const { ageMs, kind } = stockAge(card.stock, link, policy, now);
  const count = availableOf(card.stock);
  const minutes = Math.floor(ageMs / 60_000);
  const age = minutes < 2 ? t('order.ageNow') : minutes < 120 ? t('order.ageMinutes', { count: minutes }) : minutes < 2_880 ? t('order.ageHours', { count: Math.floor(minutes / 60) }) : t('order.ageDays', { count: Math.floor(minutes / 1_440) });
  return (
    <span className={styles.stock} data-kind={kind} data-none={count === 0}>
      {t(`order.stock.${kind}`, { count, age })}
    </span>
  );
}

/** Until when a product is held, counting down; or why it is not. */
export function HoldCell({ hold }: { readonly hold: StockHold | undefined }) {
  const { t } = useTexts();
  const now = useNow();
  if (hold === undefined) return null;
  const left = hold.until === null ? 0 : Date.parse(hold.until) - now;
  const state = hold.state === 'granted' && left <= 0 ? 'expired' : hold.state;
  return (
    <span className={styles.hold} data-state={state} data-soon={state === 'granted' && left < 60_000}>
      {state === 'granted' ? t('order.hold.granted', { left: duration(left) }) : t(`order.hold.${state}`)}
    </span>
  );
}
