import { useRef, useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { addressLine } from '#shared/domain/ordering/delivery-address.ts';
import { spokenPromise } from '#shared/domain/ordering/spoken-status.ts';
import { useNow } from '../../app/use-now.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { prose } from '../entry/prose.ts';
import { AddressMoved, isMoved } from './AddressMoved.tsx';
import { OrderDelivery } from './OrderDelivery.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderProblems } from './OrderProblems.tsx';
import { OrderSums } from './OrderSums.tsx';
import { OrderTerms } from './OrderTerms.tsx';
import { ProductFinder } from './ProductFinder.tsx';
import { TakenOut } from './TakenOut.tsx';
import { useCentralLink } from './use-link.ts';
import { useOrderMaker } from './use-order-maker.ts';
import styles from './Order.module.css';

interface OrderFormProps {
  readonly customer: CustomerFile;
  readonly interactionId: string;
}

/** Makes an order, from the first product to the sentence that promises it, without leaving the keyboard. */
export function OrderForm({ customer, interactionId }: OrderFormProps) {
  const { t, language } = useTexts();
  const maker = useOrderMaker(customer, interactionId);
  const link = useCentralLink();
  const now = useNow(5_000);
  const [asked, setAsked] = useState(false);
  const { desk, review, wish, busy } = maker;
  const order = desk?.order ?? null;
  const problems = review?.problems ?? [];
  const open = order !== null && order.lines.length > 0;
  useShortcut('Ctrl+6', () => void place(), open);
  useShortcut('Ctrl+5', maker.hold, open);
  const region = useRef<HTMLElement>(null);
  const moved = useRef<HTMLDivElement>(null);
  /** The address that the operator left as it is, though the file says another. */
  const [keptAddress, setKeptAddress] = useState<string | null>(null);
  const { delivery } = wish;
  const asksAddress = delivery !== null && isMoved(delivery, customer) && addressLine(delivery) !== keptAddress;

  async function place(): Promise<void> {
    setAsked(true);
    if (asksAddress) {
      moved.current?.querySelector('button')?.focus();
      return;
    }
    if (await maker.place()) setAsked(false);
    // To the first thing that is missing, when it is on this form.
    else region.current?.querySelector<HTMLElement>('input[type="checkbox"]:not(:checked)')?.focus();
  }

  if (desk === undefined) return null;
  const { policy } = desk;
  if (policy === null) return <Notice tone="info">{t('order.noPolicy')}</Notice>;
  const slot = desk.windows.find(({ id }) => id === wish.slotId) ?? null;
  const nameOf = (id: string): string | null => {
    const product = desk.cards.find((card) => card.product.id === id)?.product;
    const terms = desk.terms.find((each) => each.id === id);
    return product !== undefined ? localised(product.name, language) : terms === undefined ? null : localised(terms.title, language);
  };
  const lost = desk.holds.some(({ state, until }) => state === 'refused' || state === 'expired' || (state === 'granted' && until !== null && Date.parse(until) <= now));
  return (
    <section ref={region} className={styles.form} aria-label={t('order.make')}>
      <ProductFinder policy={policy} onChoose={maker.add} />
      {maker.takenOut === null ? null : <TakenOut what={maker.takenOut} onPutBack={maker.putBack} />}
      {!open ? (
        <p className={styles.empty}>{t('order.empty')}</p>
      ) : (
        <>
          <OrderLines maker={maker} desk={desk} policy={policy} lines={order.lines} />
          {link.online ? null : <Notice tone="warn">{t('order.provisionalHold')}</Notice>}
          {lost ? (
            <Notice tone="warn" live="status" actions={<Button size="small" keys="Ctrl+5" isDisabled={busy} onPress={maker.hold}>{t('order.holdAgain')}</Button>}>
              {t('order.holdLost')}
            </Notice>
          ) : null}
          {asksAddress ? (
            <AddressMoved ref={moved} delivery={delivery} customer={customer} onTake={(taken) => maker.set({ delivery: taken })} onKeep={() => setKeptAddress(addressLine(delivery))} />
          ) : null}
          <OrderDelivery maker={maker} desk={desk} policy={policy} addresses={customer.addresses} />
          {review === null ? null : (
            <>
              <OrderTerms maker={maker} mandatory={review.mandatory} />
              <Field label={t('order.note')} value={wish.note} maxLength={1000} autoComplete="off" {...prose} onChange={(event) => maker.set({ note: event.target.value })} />
              <OrderSums totals={review.totals} />
              <p className={styles.spoken} lang={wish.language}>
                “{spokenPromise(wish.language, review.promise.deliverOn, { now: new Date(now).toISOString(), timeZone: policy.timeZone, online: link.online }, slot)}”
              </p>
            </>
          )}
          {asked || problems.some(({ code }) => code === 'stock-gone' || code === 'capacity-full') ? (
            <div role="status">
              <OrderProblems problems={problems} nameOf={nameOf} />
            </div>
          ) : null}
          <div className={styles.actions}>
            <Button tone="primary" keys="Ctrl+6" isDisabled={busy} onPress={() => void place()}>
              {link.online ? t('order.place') : t('order.placeProvisional')}
            </Button>
            <Button tone="quiet" isDisabled={busy} onPress={maker.discard}>
              {t('order.discard')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
