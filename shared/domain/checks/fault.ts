/** What can be wrong with a value, each with words of its own under `form.error`: they say what to read again. */
export const faultCodes = [
  'required',
  'invalid',
  'long',
  'number',
  'amount',
  'payment',
  'postcode',
  'iban-signs',
  'iban-country',
  'iban-length',
  'iban-check',
  'iban-account',
  'vat-signs',
  'vat-country',
  'vat-length',
  'vat-series',
  'vat-check',
  'national-signs',
  'national-length',
  'national-date',
  'national-series',
  'national-check',
  'phone-signs',
  'phone-short',
  'phone-long',
  'phone-country',
  'phone',
  'email-at',
  'email-space',
  'email-name',
  'email-domain',
  'email',
  'date',
  'date-year',
  'date-month',
  'date-day',
  'date-future',
  'date-old',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What is wrong with one value. `values` fill the words: how many digits there are, and how many there should be. */
export interface Fault {
  readonly code: FaultCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** @returns the fault, ready to be said. */
export function fault(code: FaultCode, values?: Fault['values']): Fault {
  return values === undefined ? { code } : { code, values };
}
