import type { ReactNode } from 'react';
import type { Day } from '#shared/domain/ordering/calendar.ts';
import type { Totals } from '#shared/domain/ordering/pricing.ts';
import { useReport } from '../../app/use-report.ts';
import { calendarDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { OrderSums } from './OrderSums.tsx';
import styles from './Order.module.css';

interface OrderChangeFormProps {
  readonly label: string;
  /** What is changed. */
  readonly children: ReactNode;
  /** What the order then comes to, and the day on which it comes; null while that is not known, or where it cannot be. */
  readonly outcome: { readonly totals: Totals; readonly promisedFor: Day } | null;
  /** Why it cannot be, in words. */
  readonly problem: string | null;
  /** Nothing is otherwise than it was. */
  readonly isSame: boolean;
  readonly pass: () => Promise<unknown>;
  /** It was passed on, or given up. */
  readonly onDone: () => void;
}

/** A change of an order that central has taken: what is said of it before it is passed on, and the ways out. */
export function OrderChangeForm({ label, children, outcome, problem, isSame, pass, onDone }: OrderChangeFormProps) {
  const { t, language } = useTexts();
  const report = useReport();
  const canPass = !isSame && outcome !== null;
  return (
    <form
      className={styles.less}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (canPass) void report(async () => {
          await pass();
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
      {children}
      {outcome === null ? null : (
        <>
          <OrderSums totals={outcome.totals} />
          <p className={styles.pieces}>{t('order.comes', { day: calendarDay(language, outcome.promisedFor) })}</p>
        </>
      )}
      {problem === null ? null : (
        <p role="status" className={styles.problems}>
          {problem}
        </p>
      )}
      <div className={styles.itemActions}>
        <Button size="small" tone="primary" type="submit" isDisabled={!canPass}>
          {t('order.lessNow')}
        </Button>
        <Button size="small" onPress={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
