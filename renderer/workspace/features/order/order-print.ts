import type { TFunction } from 'i18next';
import { languageSchema } from '#shared/domain/entities.ts';
import { lineCents } from '#shared/domain/ordering/pricing.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { PrintSheet } from '#shared/domain/print-sheet.ts';
import { calendarDay, dayAndTime, euro, localised, plain, vatPercent, wholeNumber } from '../../i18n/format.ts';

interface PrintContext {
  readonly t: TFunction;
  readonly language: string;
  readonly operator: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @returns an order as it goes on paper: its lines as they were priced, where it goes and when, and what is to be paid. */
export function orderPrint(order: Order, { t, language, operator, now }: PrintContext): PrintSheet {
  const { delivery } = order;
  const number = order.number ?? t('order.numberPending');
  const address = delivery === null ? '' : plain(`${delivery.street} ${delivery.houseNumber}${delivery.box === null ? '' : ` ${delivery.box}`}, ${delivery.postcode} ${delivery.town}`);
  const promised = order.promisedFor ?? order.toldFor;
  const rows = order.lines.map((line) => [
    plain(localised(line.name, language)),
    wholeNumber(language, line.quantity),
    euro(language, line.unitCents),
    vatPercent(language, line.vatRate),
    line.discountCents === 0 ? '' : `− ${euro(language, line.discountCents)}`,
    euro(language, lineCents(line)),
  ]);
  const sum = (label: string, cents: number): string[] => [label, '', '', '', '', euro(language, cents)];
  const headings = [t('order.product'), t('order.quantity'), t('order.price'), t('print.vat'), t('order.discount'), t('order.sum')];
  return {
    language: languageSchema.catch('nl').parse(language),
    title: `${t('order.tab')} ${number}`,
    subtitle: order.placedAt === null ? t(`order.state.${order.state}`) : `${t(`order.state.${order.state}`)} · ${dayAndTime(language, order.placedAt)}`,
    foot: t('print.foot', { operator: plain(operator), when: dayAndTime(language, new Date(now).toISOString()) }),
    sections: [
      {
        kind: 'facts',
        heading: t('order.delivery'),
        facts: [
          { label: t('order.address'), value: address },
          ...(promised === null ? [] : [{ label: t('order.delivery'), value: calendarDay(language, promised) }]),
          ...(order.note === '' ? [] : [{ label: t('order.note'), value: order.note }]),
        ],
      },
      { kind: 'table', heading: t('order.lines'), columns: headings.map((heading, index) => ({ heading, isNumber: index > 0 })), rows: [...rows, sum(t('order.delivery'), order.deliveryCents), sum(t('order.total'), order.totalCents)] },
    ],
  };
}
