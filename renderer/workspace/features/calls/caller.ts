import type { TFunction } from 'i18next';
import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { customerName, phone, plain } from '../../i18n/format.ts';

export interface Caller {
  readonly title: string;
  /** The number as it is read out; null where there is none to show. */
  readonly number: string | null;
  /** `several`: more than one customer has this number. */
  readonly kind: 'known' | 'several' | 'unknown';
}

/**
 * Who a call is with, for a heading. The file decides; what the caller's own telephone says about them is shown only
 * when there is no file, and as a claim.
 */
export function callerOf(t: TFunction, call: Call, file: InteractionFile | null): Caller {
  const raw = plain(call.party.number ?? call.party.raw);
  const number = raw === '' ? null : phone(raw);
  if (file?.customer) {
    const { customer } = file.customer;
    const title = customer.kind === 'person' && customer.salutation !== 'none' ? `${t(`salutation.${customer.salutation}`)} ${customerName(customer)}` : customerName(customer);
    return { title, number, kind: 'known' };
  }
  if (file !== null && file.candidates.length > 1) return { title: t('caller.several', { count: file.candidates.length }), number, kind: 'several' };
  const claimed = plain(call.party.displayName ?? '');
  if (claimed !== '' && claimed !== raw) return { title: t('caller.claims', { name: claimed }), number, kind: 'unknown' };
  return { title: number === null ? t('caller.withheld') : t('caller.unknown'), number, kind: 'unknown' };
}
