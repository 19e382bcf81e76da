import { parseBelgianVat } from '#shared/domain/checks/belgian-vat.ts';
import { isEmail } from '#shared/domain/checks/email.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import type { WritableEntity } from '#shared/domain/entities.ts';

type Values = Readonly<Record<string, unknown>>;

const e164 = /^\+[1-9]\d{3,14}$/;

/** By the kind, where the patch tells it; else it must be one of the two. */
function isContactValue(kind: unknown, value: string): boolean {
  if (kind === undefined) return e164.test(value) || isEmail(value);
  return kind === 'email' ? isEmail(value) : e164.test(value);
}

/**
 * The same rules as the forms have, for whoever writes past them: what is entered once is right everywhere. Only what a patch
 * changes is judged; what stands there since before stays.
 *
 * @returns fields that cannot be so, each with what is wrong; never the value.
 */
export function valueFaults(entity: WritableEntity, { vatNumber, kind, value, country, postcode }: Values): readonly string[] {
  switch (entity) {
    case 'customer':
      return typeof vatNumber === 'string' && parseBelgianVat(vatNumber) === null ? ['vatNumber: is no Belgian enterprise number'] : [];
    case 'contactPoint':
      return typeof value === 'string' && !isContactValue(kind, value) ? ['value: is no telephone number in E.164, or no mail address'] : [];
    case 'address':
      return country === 'BE' && typeof postcode === 'string' && postcode !== '' && !isPostcode(postcode, 'BE') ? ['postcode: is no Belgian postcode'] : [];
    default:
      return [];
  }
}

/** @returns the values in the form in which they are stored. */
export function inStoredForm(entity: WritableEntity, values: Record<string, unknown>): Record<string, unknown> {
  const { vatNumber } = values;
  return entity === 'customer' && typeof vatNumber === 'string' ? { ...values, vatNumber: parseBelgianVat(vatNumber) } : values;
}
