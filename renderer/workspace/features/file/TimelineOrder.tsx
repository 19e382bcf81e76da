import { languageSchema } from '#shared/domain/language.ts';
import { whatIsLess, whatIsRedirected } from '#shared/domain/ordering/spoken-change.ts';
import type { TimelineEntry } from '#shared/domain/timeline.ts';
import { calendarDay, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Timeline.module.css';

type EntryOf<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: K }>;

/** What became of an order. What is in it stands at its first line, why it ended at the last. */
export function OrderLine({ entry: { order, state, at, less, redirected } }: { readonly entry: EntryOf<'order'> }) {
  const { t, language } = useTexts();
  const isFirst = (order.history[0]?.at ?? at) === at;
  const spoken = languageSchema.catch('nl').parse(language);
  const isOver = state === 'cancelled' || state === 'returned';
  return (
    <>
      <strong>
        {t('timeline.kind.order')} {order.number ?? t('case.numberPending')}
      </strong>
      <span className={styles.meta}>
        {' · '}
        {less !== undefined ? t('order.lessened') : redirected !== undefined ? t('order.redirected') : t(`order.state.${state}`)}
      </span>
      {less === undefined ? null : <p>{whatIsLess(spoken, less)}</p>}
      {redirected === undefined ? null : <p>{whatIsRedirected(spoken, redirected, null)}</p>}
      {isFirst ? (
        <p>
          {order.lines.map(({ name, quantity }) => `${quantity} × ${localised(name, language)}`).join(', ')} · {euro(language, order.totalCents)}
        </p>
      ) : null}
      {isOver && order.reason !== '' ? <p className={styles.meta}>{order.reason}</p> : null}
    </>
  );
}

/** Places that were reserved: for what, and how it stands now. */
export function ReservationLine({ entry: { reservation, slot } }: { readonly entry: EntryOf<'reservation'> }) {
  const { t, language } = useTexts();
  return (
    <>
      <strong>
        {t('timeline.kind.reservation')} {reservation.number ?? t('case.numberPending')}
      </strong>
      <span className={styles.meta}>
        {' · '}
        {t(`order.state.${reservation.state}`)}
      </span>
      {slot === null ? null : <p>{t('timeline.reserved', { what: localised(slot.title, language), day: calendarDay(language, slot.day), from: slot.from, count: reservation.seats })}</p>}
      {reservation.note === '' ? null : <p className={styles.meta}>{reservation.note}</p>}
    </>
  );
}
