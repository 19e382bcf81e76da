import type { TFunction } from 'i18next';
import type { Address } from '#shared/domain/entities.ts';

/** @returns an address as it is read out: `Coupure Links 48 bus 3, 9000 Gent`. */
export function addressLine(t: TFunction, { street, houseNumber, box, postcode, town }: Pick<Address, 'street' | 'houseNumber' | 'box' | 'postcode' | 'town'>): string {
  const door = `${street} ${houseNumber}`.trim() + (box === null || box === '' ? '' : ` ${t('customer.box').toLowerCase()} ${box}`);
  return `${door}, ${postcode} ${town}`;
}
