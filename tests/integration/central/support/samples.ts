import { newId } from '#shared/domain/ids.ts';
import type { Address, Customer, Interaction } from '#shared/domain/entities.ts';
import type { Mutation } from '#shared/contract/sync.ts';

type Patch<T> = Omit<T, 'id' | 'version' | 'updatedAt'>;

const at = '2026-01-05T09:00:00.000Z';

export function customerPatch(changes: Partial<Customer> = {}): Patch<Customer> {
  return {
    kind: 'person',
    customerNumber: null,
    salutation: 'mrs',
    givenName: 'An',
    familyName: 'Peeters',
    organisationName: null,
    vatNumber: null,
    birthDate: '1980-02-03',
    language: 'nl',
    segment: 'regular',
    archived: false,
    ...changes,
  };
}

export function addressPatch(customerId: string, changes: Partial<Address> = {}): Patch<Address> {
  return { customerId, kind: 'home', street: 'Kerkstraat', houseNumber: '12', box: null, postcode: '9000', town: 'Gent', country: 'BE', ...changes };
}

export function interactionPatch(agentId: string | null, changes: Partial<Interaction> = {}): Patch<Interaction> {
  return {
    channel: 'voice',
    direction: 'inbound',
    state: 'open',
    agentId,
    queueId: null,
    customerId: null,
    number: '+32470123456',
    startedAt: at,
    answeredAt: null,
    endedAt: null,
    closedAt: null,
    outcomeId: null,
    sentence: '',
    note: '',
    scriptRun: null,
    captured: {},
    interrupted: false,
    ...changes,
  };
}

export function mutation(entity: Mutation['entity'], baseVersion: number | null, patch: Record<string, unknown>, entityId = newId()): Mutation {
  return { id: newId(), entity, entityId, baseVersion, patch, at };
}

/** A customer as the centre's own administration would bring it in. */
export function customerRow(changes: Partial<Customer> = {}): Customer {
  return { ...customerPatch(), id: newId(), version: 0, updatedAt: at, ...changes };
}
