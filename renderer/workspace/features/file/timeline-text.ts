import type { TFunction } from 'i18next';
import { removedField, type CorrectedValue, type Correction } from '#shared/domain/file-entities.ts';
import { phone } from '../../i18n/format.ts';
import { writtenDate } from '#shared/domain/checks/dates.ts';

/** A corrected value as the operator reads it. */
export function valueText(t: TFunction, { entity, field }: Pick<Correction, 'entity' | 'field'>, value: CorrectedValue): string {
  if (value === null || value === '') return t('correction.empty');
  if (typeof value === 'object') return rowText(value);
  if (typeof value === 'boolean') return t(value ? 'correction.yes' : 'correction.no');
  const text = String(value);
  if (field === 'birthDate') return writtenDate(text);
  if (field === 'salutation') return text === 'none' ? t('customer.noSalutation') : t(`salutation.${text as 'mr'}`);
  if (field === 'language') return t(`language.${text as 'nl'}`);
  if (entity === 'customer' && field === 'kind') return t(text === 'person' ? 'customer.person' : 'customer.organisation');
  return /^\+\d{6,}$/.test(text) ? phone(text) : text;
}

/** A removed contact point or address in one line. */
function rowText(row: Readonly<Record<string, string | number | boolean | null>>): string {
  const { value, street, houseNumber, postcode, town } = row;
  if (typeof value === 'string') return /^\+\d/.test(value) ? phone(value) : value;
  return `${String(street ?? '')} ${String(houseNumber ?? '')}, ${String(postcode ?? '')} ${String(town ?? '')}`.trim();
}

/** What a correction's field is called. */
export function fieldText(t: TFunction, { entity, field }: Pick<Correction, 'entity' | 'field'>): string {
  if (field === removedField) return t(entity === 'address' ? 'correction.addressRemoved' : 'correction.contactRemoved');
  if (entity === 'contactPoint' && field === 'value') return t('correction.contactValue');
  const known = ['salutation', 'givenName', 'familyName', 'organisationName', 'vatNumber', 'birthDate', 'language', 'street', 'houseNumber', 'box', 'postcode', 'town', 'country', 'kind'];
  return known.includes(field) ? t(`customer.${field as 'street'}`) : t('correction.other');
}
