import type { CountryCode } from 'libphonenumber-js/min';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { isEmail, isPhone, isPostcode } from '../customer/checks.ts';

/** @returns what is wrong with a captured value, as a key under `form.error`; null when it is well. */
export function checkScriptValue(field: ScriptField, value: string, country: CountryCode): 'required' | 'phone' | 'email' | 'postcode' | 'number' | null {
  const text = value.trim();
  if (text === '') return field.required === true ? 'required' : null;
  switch (field.type) {
    case 'phone':
      return isPhone(text, country) ? null : 'phone';
    case 'email':
      return isEmail(text) ? null : 'email';
    case 'postcode':
      return isPostcode(text, country) ? null : 'postcode';
    case 'number':
      return /^-?\d+(?:[.,]\d+)?$/.test(text) ? null : 'number';
    // What was given and checked is a mask by now.
    case 'payment':
    case 'text':
    case 'longtext':
    case 'choice':
    case 'date':
      return null;
  }
}
