import { maskText } from '#shared/domain/mask-text.ts';
import type { TrailNames, TrailNamesWish } from '#shared/domain/identity/trail.ts';
import type { Customer } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { displayName } from '../queries/display-name.ts';
import { Access } from './access.ts';

type NamedCustomer = Pick<Customer, 'id' | 'givenName' | 'familyName' | 'organisationName'>;

/** @param me this operator's id. @returns who and what these ids are, as far as this device has them; a name that may not be seen now is masked. */
export function trailNames(db: ReadDb, me: string | null, { customers, agents, queues }: TrailNamesWish): TrailNames {
  const access = new Access(db, me);
  const found = db.all<NamedCustomer>(
    `SELECT c.id, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName
     FROM json_each(?) AS wanted CROSS JOIN customer AS c ON c.id = wanted.value`,
    JSON.stringify(customers),
  );
  return {
    customers: Object.fromEntries(found.map((customer) => [customer.id, access.masked(customer.id).has('name') ? maskText : displayName(customer)])),
    agents: named(db, 'agent', agents),
    queues: named(db, 'queue', queues),
  };
}

function named(db: ReadDb, table: 'agent' | 'queue', ids: readonly string[]): Record<string, string> {
  const rows = db.all<{ readonly id: string; readonly name: string }>(`SELECT t.id, t.name FROM json_each(?) AS wanted CROSS JOIN ${table} AS t ON t.id = wanted.value`, JSON.stringify(ids));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
