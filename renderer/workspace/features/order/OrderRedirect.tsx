import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Address } from '#shared/domain/entities.ts';
import { addressLine, asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import { orderPrioritySchema, type Order } from '#shared/domain/ordering/order.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import type { DeliveryWish } from '#shared/domain/ordering/redirect.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import { orderKeys } from './order-queries.ts';
import { OrderChangeForm } from './OrderChangeForm.tsx';
import styles from './Order.module.css';

/** What the form keeps: the address in one line, and the rest as it is chosen. */
export interface KeptWish {
  readonly address: string;
  readonly priority: string;
  readonly slot: string;
}

/** @returns what the form begins with: the delivery as it was agreed. An address that is not there is asked. */
export function keptOf({ delivery, priority, slotId }: DeliveryWish): KeptWish {
  return { address: delivery === null ? '?' : addressLine(delivery), priority, slot: slotId ?? '' };
}

/** @returns what was wished. An address that the file no longer has, and the order has not either, is asked again. */
function wishOf({ address, priority, slot }: KeptWish, order: Order, addresses: readonly Address[]): DeliveryWish {
  const known = [...(order.delivery === null ? [] : [order.delivery]), ...addresses.map(asDelivery)];
  return { delivery: known.find((each) => addressLine(each) === address) ?? null, priority: orderPrioritySchema.catch(order.priority).parse(priority), slotId: slot === '' ? null : slot };
}

interface OrderRedirectProps {
  readonly order: Order;
  readonly kept: KeptWish;
  readonly addresses: readonly Address[];
  readonly policy: SalesPolicy;
  readonly onChange: (kept: KeptWish) => void;
  /** It was passed on, or given up. */
  readonly onDone: () => void;
  /** The operator has just asked for it: the cursor goes there. */
  readonly isAsked: boolean;
}

/** Has an order that is not packed yet delivered elsewhere or otherwise: what it then comes to, and when it comes. */
export function OrderRedirect({ order, kept, addresses, policy, onChange, onDone, isAsked }: OrderRedirectProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const wish = wishOf(kept, order, addresses);
  const { data: redirected } = useQuery({ queryKey: orderKeys.redirected(order, wish), queryFn: () => store.call('order.redirected', { id: order.id, wish }), placeholderData: keepPreviousData });
  const now = keptOf(order);
  const isSame = kept.address === now.address && kept.priority === now.priority && kept.slot === now.slot;
  const problem = redirected?.problem ?? null;
  function words(): string | null {
    // An address that is still to be chosen is seen to be.
    if (problem === null || problem === 'address-missing') return null;
    return problem === 'order-state' ? t('order.redirectTooLate') : t(`order.problem.${problem}`, { count: 0 });
  }
  return (
    <OrderChangeForm label={t('order.redirectForm')} outcome={problem === null ? (redirected ?? null) : null} problem={words()} isSame={isSame} pass={() => store.call('order.redirect', { id: order.id, wish })} onDone={onDone}>
      <DeliveryFields wish={wish} onChange={(changed) => onChange(keptOf({ ...wish, ...changed }))} addresses={addresses} windows={redirected?.windows ?? []} policy={policy} isFocused={isAsked} />
      <p className={styles.pieces}>{t('order.redirectNewAddress')}</p>
    </OrderChangeForm>
  );
}
