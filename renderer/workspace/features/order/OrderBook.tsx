import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { OrderItem } from './OrderItem.tsx';
import { useOrderBook } from './order-queries.ts';
import { Reservations } from './Reservations.tsx';
import styles from './Order.module.css';

interface OrderBookProps {
  readonly customer: CustomerFile;
  /** The conversation in which something is changed; null outside one. */
  readonly interactionId: string | null;
}

/** What a customer has ordered and reserved, each with the sentence to say. */
export function OrderBook({ customer, interactionId }: OrderBookProps) {
  const { t } = useTexts();
  const { data: book } = useOrderBook(customer.customer.id);
  const policy = book?.policy ?? null;
  if (book === undefined || policy === null) return null;
  return (
    <>
      <section aria-label={t('order.book')} className={styles.book}>
        <h3 className={styles.heading}>{t('order.book')}</h3>
        {book.orders.length === 0 ? <p className={styles.empty}>{t('order.noOrders')}</p> : null}
        <ul className={styles.items}>
          {book.orders.map((view) => (
            <OrderItem key={view.order.id} view={view} policy={policy} customer={customer} interactionId={interactionId} />
          ))}
        </ul>
      </section>
      <Reservations customer={customer} interactionId={interactionId} policy={policy} reservations={book.reservations} />
    </>
  );
}
