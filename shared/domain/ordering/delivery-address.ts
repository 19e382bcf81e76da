import type { DeliveryAddress } from './order.ts';

/** @returns the address as an order keeps it: as the file has it now. */
export function asDelivery({ street, houseNumber, box, postcode, town, country }: DeliveryAddress): DeliveryAddress {
  return { street, houseNumber, box: box === '' ? null : box, postcode, town, country };
}

/** @returns "Coupure Links 48 / 3, 9000 Gent". */
export function addressLine({ street, houseNumber, box, postcode, town }: DeliveryAddress): string {
  return `${street} ${houseNumber}${box === null || box === '' ? '' : ` / ${box}`}, ${postcode} ${town}`;
}

const fields = ['street', 'houseNumber', 'box', 'postcode', 'town', 'country'] as const;

/** @returns whether two addresses are one place, as they are written; no box and an empty one are the same. */
export function isSameAddress(a: DeliveryAddress, b: DeliveryAddress): boolean {
  const [one, other] = [asDelivery(a), asDelivery(b)];
  return fields.every((field) => one[field] === other[field]);
}

/**
 * Where an order can go.
 *
 * @param known the customer's addresses; null where they are not asked: an order in the making keeps the address that the file had.
 */
export function addressProblem(delivery: DeliveryAddress | null, known: readonly DeliveryAddress[] | null): 'address-missing' | 'address-unknown' | null {
  if (delivery === null) return 'address-missing';
  return known === null || known.some((each) => isSameAddress(each, delivery)) ? null : 'address-unknown';
}
