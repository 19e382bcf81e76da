import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { ReservationView } from '#shared/domain/ordering/order-views.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { spokenReservation } from '#shared/domain/ordering/spoken-status.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useNow } from '../../app/use-now.ts';
import { useReport } from '../../app/use-report.ts';
import { useServices } from '../../app/services.ts';
import { calendarDay, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWholeNumber } from '../../ui/use-whole-number.ts';
import { Notice } from '../../ui/Notice.tsx';
import { orderKeys } from './order-queries.ts';
import { OrderProblems } from './OrderProblems.tsx';
import styles from './Order.module.css';

interface ReservationsProps {
  readonly customer: CustomerFile;
  readonly interactionId: string | null;
  readonly policy: SalesPolicy;
  readonly reservations: readonly ReservationView[];
}

/** Places at tastings: reserved, said, cancelled. */
export function Reservations({ customer: { customer }, interactionId, policy, reservations }: ReservationsProps) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const report = useReport();
  const { data: slots = [] } = useQuery({ queryKey: orderKeys.slots, queryFn: () => store.call('slot.list', undefined) });
  /** What was reserved last stands there for the next one. */
  const [usual, setUsual] = useState({ slotId: '', seats: '2' });
  const { values, set, done } = useKeptForm(customer.id, 'reservation.new', usual);
  const seats = Number(values.seats);
  const places = useWholeNumber({ value: seats, min: 1, max: 500, onChange: (wanted) => set({ seats: String(wanted) }) });
  const slot = slots.find(({ id }) => id === values.slotId) ?? slots[0];
  const reserve = (): void => {
    if (slot !== undefined) void report(async () => {
        await store.call('reservation.create', { customerId: customer.id, interactionId, slotId: slot.id, seats, note: '' });
        setUsual(values);
        await done();
      });
  };
  return (
    <section aria-label={t('order.reservations')} className={styles.book}>
      <h3 className={styles.heading}>{t('order.reservations')}</h3>
      {slot === undefined ? null : (
        <form
          className={styles.reserve}
          onSubmit={(event) => {
            event.preventDefault();
            reserve();
          }}
        >
          <Field as="select" label={t('order.tasting')} value={slot.id} onChange={(event) => set({ slotId: event.target.value })}>
            {slots.map((each) => (
              <option key={each.id} value={each.id}>
                {t('order.windowLine', { day: calendarDay(language, each.day), from: each.from, until: each.until, title: localised(each.title, language), count: placesLeft(each) })}
              </option>
            ))}
          </Field>
          <Field
            label={t('order.seats')}
            {...places}
            error={seats > placesLeft(slot) ? t('order.problem.capacity-full', { count: placesLeft(slot), name: localised(slot.title, language) }) : undefined}
          />
          <Button type="submit" isDisabled={seats > placesLeft(slot)}>
            {t('order.reserve')}
          </Button>
        </form>
      )}
      <ul className={styles.items}>
        {reservations.map((view) => (
          <Item key={view.reservation.id} view={view} policy={policy} spoken={customer.language} />
        ))}
      </ul>
    </section>
  );
}

function Item({ view: { reservation, slot, refused }, policy, spoken }: { readonly view: ReservationView; readonly policy: SalesPolicy; readonly spoken: CustomerFile['customer']['language'] }) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const report = useReport();
  const now = new Date(useNow(60_000)).toISOString();
  const { id, number, state } = reservation;
  return (
    <li className={styles.item}>
      <header className={styles.itemHead}>
        <strong className={styles.number}>{number ?? t('order.numberPending')}</strong>
        <span className={styles.state} data-state={refused === null ? state : 'refused'}>
          {refused === null ? t(`order.state.${state}`) : t('order.state.refused')}
        </span>
      </header>
      {refused === null ? (
        slot === null ? null : (
          <p className={styles.spoken} lang={spoken}>
            “{spokenReservation(spoken, reservation, slot, { now, timeZone: policy.timeZone })}”
          </p>
        )
      ) : (
        <Notice
          tone="error"
          title={t('order.reservationRefused')}
          actions={
            <Button size="small" onPress={() => void report(async () => await store.call('order.accept', { entity: 'reservation', id }))}>
              {t('order.understood')}
            </Button>
          }
        >
          <OrderProblems problems={refused.problems} nameOf={() => (slot === null ? null : localised(slot.title, language))} />
        </Notice>
      )}
      {state === 'cancelled' || refused !== null ? null : (
        <div className={styles.itemActions}>
          <Button size="small" onPress={() => void report(async () => await store.call('reservation.cancel', { id }))}>
            {t('order.cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
