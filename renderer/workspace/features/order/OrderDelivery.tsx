import type { Address } from '#shared/domain/entities.ts';
import { deliveryAddressSchema } from '#shared/domain/ordering/order.ts';
import { orderPrioritySchema } from '#shared/domain/ordering/order.ts';
import type { OrderDesk } from '#shared/domain/ordering/order-views.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { calendarDay, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import type { OrderMaker } from './use-order-maker.ts';
import { addressLine, asDelivery } from './order-wish.ts';
import styles from './Order.module.css';

interface OrderDeliveryProps {
  readonly maker: OrderMaker;
  readonly desk: OrderDesk;
  readonly policy: SalesPolicy;
  readonly addresses: readonly Address[];
}

/** Where it goes, how fast, in which window. Native lists: the arrow keys choose, and nothing has to be opened. */
export function OrderDelivery({ maker, desk, policy, addresses }: OrderDeliveryProps) {
  const { t, language } = useTexts();
  const { wish, review } = maker;
  const known = addresses.map(asDelivery);
  const chosen = wish.delivery === null ? '' : addressLine(wish.delivery);
  const lines = [...new Set([...known.map(addressLine), ...(wish.delivery === null ? [] : [chosen])])];
  // A window before the goods can be there is none.
  const windows = desk.windows.filter((slot) => slot.id === wish.slotId || (review !== null && slot.day >= review.promise.deliverOn && placesLeft(slot) > 0));
  return (
    <div className={styles.delivery}>
      <Field
        as="select"
        label={t('order.address')}
        className={styles.wide}
        value={chosen}
        error={chosen === '' ? t('order.problem.address-missing') : undefined}
        onChange={(event) => {
          const address = known.find((each) => addressLine(each) === event.target.value);
          maker.set({ delivery: deliveryAddressSchema.safeParse(address).data ?? wish.delivery });
        }}
      >
        {chosen === '' ? <option value="">{t('order.noAddress')}</option> : null}
        {lines.map((line) => (
          <option key={line}>{line}</option>
        ))}
      </Field>
      <Field as="select" label={t('order.priority')} value={wish.priority} onChange={(event) => maker.set({ priority: orderPrioritySchema.parse(event.target.value), slotId: null })}>
        <option value="normal">{t('order.normal')}</option>
        <option value="urgent">{t('order.urgent', { price: euro(language, policy.urgentCents) })}</option>
      </Field>
      <Field as="select" label={t('order.window')} value={wish.slotId ?? ''} onChange={(event) => maker.set({ slotId: event.target.value === '' ? null : event.target.value })}>
        <option value="">{t('order.noWindow')}</option>
        {windows.map((slot) => (
          <option key={slot.id} value={slot.id}>
            {t('order.windowLine', { day: calendarDay(language, slot.day), from: slot.from, until: slot.until, title: localised(slot.title, language), count: placesLeft(slot) })}
          </option>
        ))}
      </Field>
    </div>
  );
}
