import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { OrderBook } from './OrderBook.tsx';
import { OrderForm } from './OrderForm.tsx';
import styles from './Order.module.css';

interface OrderTabProps {
  readonly customer: CustomerFile;
  readonly interactionId: string;
}

/** What this customer orders now, has ordered, and has reserved. */
export function OrderTab({ customer, interactionId }: OrderTabProps) {
  return (
    <div className={styles.tab}>
      <OrderForm customer={customer} interactionId={interactionId} />
      <OrderBook customer={customer} interactionId={interactionId} />
    </div>
  );
}
