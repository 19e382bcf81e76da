import type { TFunction } from 'i18next';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { languageSchema } from '#shared/domain/entities.ts';
import type { PrintSheet } from '#shared/domain/print-sheet.ts';
import { customerName, dayAndTime, duration, phone, plain } from '../../i18n/format.ts';

interface PrintContext {
  readonly t: TFunction;
  readonly language: string;
  readonly operator: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @returns a customer's file and contacts as they go on paper: what the operator has on the screen, and no more. */
export function customerPrint(file: CustomerFile, { t, language, operator, now }: PrintContext): PrintSheet {
  const { customer } = file;
  const facts = [
    ...file.contactPoints.map((point) => ({ label: t(`customer.${point.kind}`), value: point.kind === 'email' ? plain(point.value) : phone(point.value) })),
    ...file.addresses.map((address) => ({ label: t('calls.address'), value: plain(`${address.street} ${address.houseNumber}${address.box === null ? '' : ` ${address.box}`}, ${address.postcode} ${address.town}`) })),
    { label: t('customer.language'), value: t(`language.${customer.language}`) },
  ];
  const rows = file.interactions.map((contact) => [
    dayAndTime(language, contact.startedAt),
    contact.channel === 'voice' ? t(`direction.${contact.direction}`) : `${t(`channel.${contact.channel}`)}, ${t(`direction.${contact.direction}`)}`,
    contact.answeredAt === null || contact.endedAt === null ? '' : duration(Date.parse(contact.endedAt) - Date.parse(contact.answeredAt)),
    [contact.sentence, contact.note].filter((text) => text !== '').join('\n').slice(0, 4000),
  ]);
  return {
    language: languageSchema.catch('nl').parse(language),
    title: customerName(customer),
    subtitle: `${t('calls.customerNumber')} ${customer.customerNumber ?? t('customer.numberPending')}`,
    foot: t('print.foot', { operator: plain(operator), when: dayAndTime(language, new Date(now).toISOString()) }),
    sections: [
      { kind: 'facts', heading: t('customer.panel'), facts },
      { kind: 'table', heading: t('customer.historyTab'), columns: [t('export.column.startedAt'), t('export.column.direction'), t('print.duration'), t('print.result')].map((heading, index) => ({ heading, isNumber: index === 2 })), rows },
    ],
  };
}
