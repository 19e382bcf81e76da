import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Address } from '#shared/domain/entities.ts';
import { addressLine, asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import { orderPrioritySchema, type Order } from '#shared/domain/ordering/order.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import type { DeliveryWish } from '#shared/domain/ordering/redirect.ts';
import { useReport } from '../../app/use-report.ts';
import { useServices } from '../../app/services.ts';
import { calendarDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import { orderKeys } from './order-queries.ts';
import { OrderSums } from './OrderSums.tsx';
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
  const { t, language } = useTexts();
  const { store } = useServices();
  const report = useReport();
  const wish = wishOf(kept, order, addresses);
  const { data: redirected } = useQuery({ queryKey: orderKeys.redirected(order, wish), queryFn: () => store.call('order.redirected', { id: order.id, wish }), placeholderData: keepPreviousData });
  const now = keptOf(order);
  const isSame = kept.address === now.address && kept.priority === now.priority && kept.slot === now.slot;
  const problem = redirected?.problem ?? null;
  return (
    <form
      className={styles.less}
      aria-label={t('order.redirectForm')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame && redirected?.problem === null) void report(async () => {
          await store.call('order.redirect', { id: order.id, wish });
          onDone();
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        // In a list too Enter passes it on, as in a field; on Linux Chromium would open the list, which Space does everywhere.
        if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <DeliveryFields wish={wish} onChange={(changed) => onChange(keptOf({ ...wish, ...changed }))} addresses={addresses} windows={redirected?.windows ?? []} policy={policy} isFocused={isAsked} />
      <p className={styles.pieces}>{t('order.redirectNewAddress')}</p>
      {redirected === undefined || problem === 'address-missing' ? null : problem === null ? (
        <>
          <OrderSums totals={redirected.totals} />
          <p className={styles.pieces}>{t('order.comes', { day: calendarDay(language, redirected.promisedFor) })}</p>
        </>
      ) : (
        <p role="status" className={styles.problems}>
          {problem === 'order-state' ? t('order.redirectTooLate') : t(`order.problem.${problem}`, { count: 0 })}
        </p>
      )}
      <div className={styles.itemActions}>
        <Button size="small" tone="primary" type="submit" isDisabled={isSame || redirected?.problem !== null}>
          {t('order.lessNow')}
        </Button>
        <Button size="small" onPress={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
