import { fault, type Fault } from './fault.ts';

const sign = /^(?:€|EUR)\s*|\s*(?:€|EUR|euros?)$/giu;
/** Up to nine figures, so that cents stay far from where numbers stop being exact. */
const written = /^(?:(\d{1,9})|(\d{1,3}(?:([\s.,'])\d{3})(?:\3\d{3})?))(?:([.,])(\d{1,2}))?$/u;

/**
 * Reads an amount in euros as it is written here or abroad: `12`, `12,5`, `12.50`, `1 234,50`, `1.234,50`, `1,234.50`, `€ 12`. Two figures at
 * most are cents: `1.234` is a thousand and more, whichever sign parts it.
 */
export function readAmount(text: string): { readonly cents: number } | { readonly fault: Fault } {
  const [, together, parted, parting, mark, cents = ''] = written.exec(text.trim().replaceAll(sign, '')) ?? [];
  const whole = together ?? parted;
  if (whole === undefined || (parting !== undefined && parting === mark)) return { fault: fault('amount') };
  return { cents: Number(whole.replaceAll(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0')) };
}
