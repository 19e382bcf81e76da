import { electronicFormatIBAN, getCountrySpecifications, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { fault, type Fault } from './fault.ts';

const specifications = getCountrySpecifications();

/** Reads an account number in any grouping (ISO 13616): length and shape of its country, modulus 97, and the national check where a country has one. */
export function readIban(text: string): { readonly iban: string } | { readonly fault: Fault } {
  const iban = electronicFormatIBAN(text.trim()) ?? '';
  if (!/^[A-Z0-9]*$/.test(iban)) return { fault: fault('iban-signs') };
  const country = /^[A-Z]{2}/.exec(iban)?.[0];
  const specification = country === undefined || !Object.hasOwn(specifications, country) ? undefined : specifications[country];
  const expected = specification?.chars ?? null;
  if (country === undefined || expected === null || specification?.IBANRegistry !== true) return { fault: fault('iban-country') };
  if (iban.length !== expected) return { fault: fault('iban-length', { country, expected, given: iban.length }) };
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return { iban };
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat)) return { fault: fault('iban-signs') };
  return { fault: fault(errorCodes.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum) && !errorCodes.includes(ValidationErrorsIBAN.WrongIBANChecksum) ? 'iban-account' : 'iban-check') };
}
