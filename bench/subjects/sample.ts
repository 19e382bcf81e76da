import { queueKeys } from '../../practice/sample/centre.ts';
import { sampleRows } from '../../practice/sample/sample-data.ts';

/** Somebody of the sample centre who may call. */
export interface SampleCustomer {
  /** E.164. */
  readonly number: string;
  readonly name: string;
  readonly familyName: string;
}

/** The sample centre with its 5,000 customers. */
export const sample = sampleRows();
export const queueKey = queueKeys[0];

/** Those whose number is theirs alone: their file opens without a choice. In the order of a list that everybody is in, so neighbours have nothing in common. */
export const customers: readonly SampleCustomer[] = uniqueCallers();

function uniqueCallers(): readonly SampleCustomer[] {
  const phones = (sample.contactPoint ?? []).filter(({ kind }) => kind !== 'email');
  const owners = new Map<string, Set<string>>();
  for (const { value, customerId } of phones) owners.set(value, (owners.get(value) ?? new Set()).add(customerId));
  const byId = new Map((sample.customer ?? []).map((customer) => [customer.id, customer]));
  return phones.flatMap(({ value, customerId }) => {
    const customer = byId.get(customerId);
    if (customer === undefined || customer.archived || owners.get(value)?.size !== 1) return [];
    return [{ number: value, name: `${customer.givenName} ${customer.familyName}`, familyName: customer.familyName }];
  });
}
