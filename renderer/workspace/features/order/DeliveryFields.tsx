import type { Address } from '#shared/domain/entities.ts';
import type { CapacitySlot, SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { addressLine, asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import { orderPrioritySchema } from '#shared/domain/ordering/order.ts';
import type { DeliveryWish } from '#shared/domain/ordering/redirect.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import { calendarDay, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './Order.module.css';

interface DeliveryFieldsProps {
  readonly wish: DeliveryWish;
  readonly onChange: (changed: Partial<DeliveryWish>) => void;
  readonly addresses: readonly Address[];
  /** In which it can come. */
  readonly windows: readonly CapacitySlot[];
  readonly policy: SalesPolicy;
  readonly isFocused?: boolean;
}

/** Where it goes, how fast, in which window. Native lists: the arrow keys choose, and nothing has to be opened. */
export function DeliveryFields({ wish, onChange, addresses, windows, policy, isFocused = false }: DeliveryFieldsProps) {
  const { t, language } = useTexts();
  const known = addresses.map(asDelivery);
  const chosen = wish.delivery === null ? '' : addressLine(wish.delivery);
  const lines = [...new Set([...known.map(addressLine), ...(wish.delivery === null ? [] : [chosen])])];
  return (
    <div className={styles.delivery}>
      <Field
        as="select"
        label={t('order.address')}
        className={styles.wide}
        value={chosen}
        autoFocus={isFocused}
        error={chosen === '' ? t('order.problem.address-missing') : undefined}
        onChange={(event) => onChange({ delivery: known.find((each) => addressLine(each) === event.target.value) ?? wish.delivery })}
      >
        {chosen === '' ? <option value="">{t('order.noAddress')}</option> : null}
        {lines.map((line) => (
          <option key={line}>{line}</option>
        ))}
      </Field>
      <Field as="select" label={t('order.priority')} value={wish.priority} onChange={(event) => onChange({ priority: orderPrioritySchema.parse(event.target.value), slotId: null })}>
        <option value="normal">{t('order.normal')}</option>
        <option value="urgent">{t('order.urgent', { price: euro(language, policy.urgentCents) })}</option>
      </Field>
      <Field as="select" label={t('order.window')} value={wish.slotId ?? ''} onChange={(event) => onChange({ slotId: event.target.value === '' ? null : event.target.value })}>
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
