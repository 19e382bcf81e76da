/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum a multiple of ten. */
function isCardNumber(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: country and check digits moved to the end, letters as numbers from ten on, 1 modulo 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** @returns whether this can be the number of a card or of a bank account, in any grouping. */
export function isPaymentNumber(text: string): boolean {
  const compact = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  return isCardNumber(compact) || isIban(compact);
}
