import type { CountryCode } from 'libphonenumber-js/min';
import { readAmount } from '../checks/amount.ts';
import { readBelgianVat } from '../checks/belgian-vat.ts';
import { readDate } from '../checks/dates.ts';
import { emailFault } from '../checks/email.ts';
import { fault, type Fault } from '../checks/fault.ts';
import { readIban } from '../checks/iban.ts';
import { readNationalNumber } from '../checks/national-number.ts';
import { phoneFault } from '../checks/phone.ts';
import { isPostcode } from '../checks/postcode.ts';
import type { ScriptField } from './script.ts';

/** By what a value is read. */
export interface ReadingPlace {
  /** The centre's: of numbers without a country code, and of postcodes. */
  readonly country: CountryCode;
  /** ISO date. */
  readonly today: string;
}

/** @returns what is wrong with a captured value; null when it is well. */
export function scriptValueFault(field: Pick<ScriptField, 'type' | 'required'>, value: string, { country, today }: ReadingPlace): Fault | null {
  const text = value.trim();
  if (text === '') return field.required === true ? fault('required') : null;
  switch (field.type) {
    case 'phone':
      return phoneFault(text, country);
    case 'email':
      return emailFault(text);
    case 'postcode':
      return isPostcode(text, country) ? null : fault('postcode');
    case 'number':
      return /^-?\d+(?:[.,]\d+)?$/.test(text) ? null : fault('number');
    case 'amount':
      return faultOf(readAmount(text));
    case 'date':
      return faultOf(readDate(text));
    case 'iban':
      return faultOf(readIban(text));
    case 'vat':
      return faultOf(readBelgianVat(text));
    case 'national-number':
      return faultOf(readNationalNumber(text, today));
    // What was given and checked is a mask by now.
    case 'payment':
    case 'text':
    case 'longtext':
    case 'choice':
      return null;
  }
}

function faultOf(read: object | { readonly fault: Fault }): Fault | null {
  return 'fault' in read ? read.fault : null;
}
