import { readIban } from './checks/iban.ts';

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum a multiple of ten. */
function isCardNumber(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** @returns whether this can be the number of a card or of a bank account, in any grouping. */
export function isPaymentNumber(text: string): boolean {
  const compact = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  return isCardNumber(compact) || 'iban' in readIban(compact);
}
