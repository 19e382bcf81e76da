import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Order, OrderLine } from '#shared/domain/ordering/order.ts';
import { useServices } from '../../app/services.ts';
import { euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useWholeNumber } from '../../ui/use-whole-number.ts';
import { orderKeys } from './order-queries.ts';
import { OrderChangeForm } from './OrderChangeForm.tsx';
import styles from './Order.module.css';

/** @returns how many pieces each line has, as the form keeps how many are to stay. */
export function piecesOf(lines: readonly Pick<OrderLine, 'quantity'>[]): string {
  return lines.map(({ quantity }) => quantity).join();
}

interface OrderLessProps {
  readonly order: Order;
  /** How many are to stay of each line, in their order. */
  readonly left: string;
  readonly onChange: (left: string) => void;
  /** It was passed on, or given up. */
  readonly onDone: () => void;
  /** The operator has just asked for it: the cursor goes there. */
  readonly isAsked: boolean;
}

/** Takes pieces out of an order that is not packed yet: what stays, what it then comes to, and when it comes. */
export function OrderLess({ order, left, onChange, onDone, isAsked }: OrderLessProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const wished = left.split(',').map(Number);
  // Somebody else may have changed the order since.
  const lines = order.lines.map(({ id, quantity }, index) => ({ id, quantity: Math.min(quantity, wished[index] ?? quantity) }));
  const { data: less } = useQuery({ queryKey: orderKeys.lessened(order, lines), queryFn: () => store.call('order.lessened', { id: order.id, lines }), placeholderData: keepPreviousData });
  const isSame = lines.every(({ id, quantity }) => order.lines.find((line) => line.id === id)?.quantity === quantity);
  const problem = less?.problem ?? null;
  const words = problem === null ? null : t(problem === 'order-empty' ? 'order.lessEmpty' : 'order.lessTooLate');
  return (
    <OrderChangeForm label={t('order.lessLines')} outcome={problem === null ? (less ?? null) : null} problem={words} isSame={isSame} pass={() => store.call('order.lessen', { id: order.id, lines })} onDone={onDone}>
      <ul className={styles.items}>
        {order.lines.map((line, index) => (
          <Line key={line.id} line={line} left={lines[index]?.quantity ?? 0} isFirst={isAsked && index === 0} onChange={(quantity) => onChange(piecesOf(lines.map((each) => (each.id === line.id ? { quantity } : each))))} />
        ))}
      </ul>
    </OrderChangeForm>
  );
}

interface LineProps {
  readonly line: OrderLine;
  /** How many are to stay. */
  readonly left: number;
  readonly isFirst: boolean;
  readonly onChange: (quantity: number) => void;
}

function Line({ line, left, isFirst, onChange }: LineProps) {
  const { t, language } = useTexts();
  const name = localised(line.name, language);
  const quantity = useWholeNumber({ value: left, min: 0, max: line.quantity, onChange });
  return (
    <li className={styles.lessLine}>
      <span>
        {name} <span className={styles.pieces}>{euro(language, line.unitCents)}</span>
      </span>
      <span>
        <input className={styles.quantity} aria-label={t('order.quantityOf', { name })} autoFocus={isFirst} {...quantity} /> / {line.quantity}
      </span>
      <Button size="small" tone="quiet" aria-label={t('order.removeWhat', { name })} isDisabled={left === 0} onPress={() => onChange(0)}>
        ×
      </Button>
    </li>
  );
}
