import type { CustomerFile, CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { recordsOf } from './customer-records.ts';
import { displayName } from './display-name.ts';
import { interactionsOfCustomer } from './interactions.ts';

/** @returns the customer with all that the file shows; undefined when there is no such customer. */
export function customerFile(db: ReadDb, id: string, now: string): CustomerFile | undefined {
  const customer = tables.customer.get(db, id);
  if (customer === undefined) return undefined;
  return {
    // Who may see what is decided where the answer leaves (identity/answer-rules.ts).
    masked: [],
    customer,
    contactPoints: tables.contactPoint.listBy(db, 'customerId', id),
    addresses: tables.address.listBy(db, 'customerId', id),
    interactions: interactionsOfCustomer(db, id),
    ...recordsOf(db, id, now),
  };
}

/** A found customer with what the second ranking looks at. */
export interface FoundCustomer {
  readonly seq: number;
  readonly id: string;
  readonly customerNumber: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}

/** Customers by `seq`, in that order, each with the address that the list shows (home first). */
export function customersBySeq(db: ReadDb, seqs: readonly number[]): FoundCustomer[] {
  return db.all<FoundCustomer>(
    `SELECT c.seq, c.id, c.customer_number AS customerNumber, c.given_name AS givenName, c.family_name AS familyName,
            c.organisation_name AS organisationName, a.street || ' ' || a.house_number AS street, a.postcode, a.town
     FROM json_each(?) AS wanted
     JOIN customer AS c ON c.seq = wanted.value
     LEFT JOIN address AS a ON a.seq = (SELECT seq FROM address WHERE customer_id = c.id ORDER BY kind <> 'home', seq LIMIT 1)
     ORDER BY wanted.key`,
    JSON.stringify(seqs),
  );
}

export function toHit(found: FoundCustomer, matched: CustomerHit['matched']): CustomerHit {
  return { id: found.id, customerNumber: found.customerNumber, name: displayName(found), street: found.street ?? '', town: [found.postcode, found.town].filter(Boolean).join(' '), matched };
}
