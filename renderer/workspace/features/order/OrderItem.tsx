import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { addressLine } from '#shared/domain/ordering/delivery-address.ts';
import { canLessen } from '#shared/domain/ordering/lessen.ts';
import { canRedirect } from '#shared/domain/ordering/redirect.ts';
import { canReturn, stateAfter } from '#shared/domain/ordering/order-machine.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { spokenNoted } from '#shared/domain/ordering/spoken-change.ts';
import { spokenOrder } from '#shared/domain/ordering/spoken-status.ts';
import { useNow } from '../../app/use-now.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useReport } from '../../app/use-report.ts';
import { useServices } from '../../app/services.ts';
import { calendarDay, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { OrderLess, piecesOf } from './OrderLess.tsx';
import { OrderPrint } from './OrderPrint.tsx';
import { OrderProblems } from './OrderProblems.tsx';
import { keptOf, OrderRedirect } from './OrderRedirect.tsx';
import styles from './Order.module.css';

interface OrderItemProps {
  readonly view: OrderView;
  readonly policy: SalesPolicy;
  readonly customer: CustomerFile;
  readonly interactionId: string | null;
}

/** One order: its state, the sentence to say, what went wrong, and what can be done. */
export function OrderItem({ view, policy, customer, interactionId }: OrderItemProps) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const report = useReport();
  // The customer's: what is said to them.
  const spoken = customer.customer.language;
  const now = new Date(useNow(60_000)).toISOString();
  const { order, slot, refused, isNoted = false } = view;
  // What the operator asked for here: the cursor goes into its form, and back to its button.
  const [asked, setAsked] = useState<'less' | 'redirect' | 'cancelled' | 'returned' | null>(null);
  const { values, set, done } = useKeptForm(order.customerId, `order.${order.id}`, { state: '', reason: '', left: '', address: '', priority: '', slot: '' });
  const { reason } = values;
  const leaving = (['cancelled', 'returned'] as const).find((each) => each === values.state) ?? null;
  const ask = (state: 'cancelled' | 'returned'): void => {
    setAsked(state);
    set({ state });
  };
  const isSettled = order.version > 0 && refused === null;
  const mayLessen = canLessen(order.state) && isSettled;
  // Who may not see where the customer lives cannot say where it is to go.
  const mayRedirect = canRedirect(order.state) && isSettled && !customer.masked.some((part) => part === 'address' || part === 'postcode');
  const giveUp = (): void => void done().catch(() => undefined);
  const pieces = order.lines.map(({ quantity, name }) => `${quantity} × ${localised(name, language)}`).join(', ');
  const nameOf = (id: string): string | null => {
    const line = order.lines.find(({ productId }) => productId === id);
    return line === undefined ? null : localised(line.name, language);
  };
  const isOurs = order.version === 0;
  const cameTooLate = refused?.code === 'order-state' && !canLessen(order.state);
  const moved = order.toldFor !== null && order.promisedFor !== null && order.promisedFor > order.toldFor && order.state !== 'delivered' && order.state !== 'cancelled';
  const change = (): void =>
    void report(async () => {
      if (leaving !== null) await store.call('order.change', { id: order.id, state: leaving, reason });
      giveUp();
    });
  return (
    <li className={styles.item}>
      <header className={styles.itemHead}>
        <strong className={styles.number} data-selectable="true">
          {order.number ?? t('order.numberPending')}
        </strong>
        <span className={styles.state} data-state={refused === null ? order.state : 'refused'}>
          {refused === null ? t(`order.state.${order.state}`) : t(refused.state === 'conflict' ? 'order.state.conflict' : 'order.state.refused')}
        </span>
        <span className={styles.amount}>{euro(language, order.totalCents)}</span>
      </header>
      <p className={styles.pieces}>{pieces}</p>
      {order.delivery === null ? null : <p className={styles.pieces}>{t(order.priority === 'urgent' ? 'order.goesToUrgent' : 'order.goesTo', { address: addressLine(order.delivery) })}</p>}
      {refused === null ? (
        <p className={styles.spoken} lang={spoken}>
          “{isNoted ? spokenNoted(spoken) : spokenOrder(spoken, order, { now, timeZone: policy.timeZone }, slot)}”
        </p>
      ) : (
        <Notice
          tone="error"
          title={refused.state === 'conflict' ? t('order.conflict', { state: t(`order.state.${order.state}`) }) : isOurs ? t('order.refused') : cameTooLate ? t('order.changeTooLate', { state: t(`order.state.${order.state}`) }) : t('order.changeRefused')}
          actions={
            refused.state === 'rejected' && isOurs && order.state === 'provisional' ? (
              <Button size="small" tone="primary" onPress={() => void report(async () => await store.call('order.revise', { id: order.id, interactionId }))}>
                {t('order.revise')}
              </Button>
            ) : isOurs ? undefined : (
              <Button size="small" onPress={() => void report(async () => await store.call('order.accept', { entity: 'order', id: order.id }))}>
                {t('order.understood')}
              </Button>
            )
          }
        >
          <OrderProblems problems={refused.problems} nameOf={nameOf} />
        </Notice>
      )}
      {moved ? <Notice tone="warn">{t('order.moved', { told: calendarDay(language, order.toldFor ?? ''), now: calendarDay(language, order.promisedFor ?? '') })}</Notice> : null}
      {leaving === null && mayLessen && values.left !== '' ? (
        <OrderLess order={order} left={values.left} onChange={(left) => set({ left })} onDone={giveUp} isAsked={asked !== null} />
      ) : leaving === null && mayRedirect && values.address !== '' ? (
        <OrderRedirect order={order} kept={values} addresses={customer.addresses} policy={policy} onChange={set} onDone={giveUp} isAsked={asked !== null} />
      ) : leaving === null ? (
        <div className={styles.itemActions}>
          <OrderPrint order={order} />
          {mayLessen ? (
            <Button
              size="small"
              autoFocus={asked === 'less'}
              onPress={() => {
                setAsked('less');
                set({ left: piecesOf(order.lines) });
              }}
            >
              {t('order.less')}
            </Button>
          ) : null}
          {mayRedirect ? (
            <Button
              size="small"
              autoFocus={asked === 'redirect'}
              onPress={() => {
                setAsked('redirect');
                set(keptOf(order));
              }}
            >
              {t('order.redirect')}
            </Button>
          ) : null}
          {stateAfter(order.state, 'cancel') === null ? null : (
            <Button size="small" autoFocus={asked === 'cancelled'} onPress={() => ask('cancelled')}>
              {t('order.cancel')}
            </Button>
          )}
          {canReturn(order, policy, now) ? (
            <Button size="small" autoFocus={asked === 'returned'} onPress={() => ask('returned')}>
              {t('order.return')}
            </Button>
          ) : null}
        </div>
      ) : (
        <form
          className={styles.leaving}
          onSubmit={(event) => {
            event.preventDefault();
            change();
          }}
          onKeyDown={(event) => event.key === 'Escape' && giveUp()}
        >
          <Field label={t('order.reason')} value={reason} maxLength={500} autoFocus={asked !== null} onChange={(event) => set({ reason: event.target.value })} />
          <Button size="small" tone="danger" type="submit">
            {t(leaving === 'cancelled' ? 'order.cancelNow' : 'order.returnNow')}
          </Button>
          <Button size="small" onPress={giveUp}>
            {t('action.cancel')}
          </Button>
        </form>
      )}
    </li>
  );
}
