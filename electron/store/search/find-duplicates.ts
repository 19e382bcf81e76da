import type { Duplicate } from '#shared/domain/customer-file.ts';
import { namesAlike, scoreDuplicate, type ComparedFile } from '#shared/domain/duplicates.ts';
import type { Customer } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { customersBySeq, toHit } from '../queries/customers.ts';
import { foldedWords } from './fold.ts';
import { customersByPhone } from './phone.ts';
import { customersByExactWords } from './search-customers.ts';

/** A number or a birth date that more share says nothing. */
const mostPerClue = 40;
const mostShown = 10;

type SeqRow = { readonly seq: number };

/**
 * Files that may be of the same customer, the likeliest first. Each clue leads through an index of its own
 * to a few candidates; only those are compared.
 */
export function findDuplicates(db: ReadDb, customerId: string): Duplicate[] {
  const customer = tables.customer.get(db, customerId);
  if (customer === undefined) return [];
  const compared = comparedFile(db, customer);
  const seqs = new Set(cluesOf(db, customer, compared).flatMap((found) => (found.length > mostPerClue ? [] : found)));
  return customersBySeq(db, [...seqs])
    .flatMap((row): Duplicate[] => {
      const other = row.id === customerId ? undefined : tables.customer.get(db, row.id);
      const score = other === undefined || other.archived ? null : scoreDuplicate(compared, comparedFile(db, other));
      return score === null ? [] : [{ hit: toHit(row, score.reasons.includes('phone') ? 'phone' : 'name'), score: score.score, reasons: [...score.reasons] }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown);
}

/** Customers by what they share with this one, each list by one clue. */
export function cluesOf(db: ReadDb, customer: Customer, { phones, emails }: ComparedFile): number[][] {
  const limit = mostPerClue + 1;
  const seqs = (rows: readonly SeqRow[]): number[] => rows.map(({ seq }) => seq);
  return [
    ...[...phones].map((number) => customersByPhone(db, number)),
    ...[...emails].map((email) => seqs(db.all<SeqRow>("SELECT c.seq FROM contact_point AS k JOIN customer AS c ON c.id = k.customer_id WHERE k.kind = 'email' AND lower(k.value) = ? AND c.archived = 0 LIMIT ? + 0", email, limit))),
    customer.vatNumber === null ? [] : seqs(db.all<SeqRow>('SELECT seq FROM customer WHERE vat_number = ? AND archived = 0 LIMIT ? + 0', customer.vatNumber, limit)),
    customersByExactWords(db, nameWords(customer), limit),
    bornWith(db, customer),
  ];
}

/** At a million customers some dozens share a birth date: only those whose name is much the same say anything. */
const mostBorn = 1000;

function bornWith(db: ReadDb, customer: Customer): number[] {
  if (customer.birthDate === null) return [];
  const name = nameWords(customer).join(' ');
  const rows = db.all<SeqRow & Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'organisationName'>>(
    'SELECT seq, kind, given_name AS givenName, family_name AS familyName, organisation_name AS organisationName FROM customer WHERE birth_date = ? AND archived = 0 LIMIT ? + 0',
    customer.birthDate,
    mostBorn,
  );
  return rows.flatMap((row) => (namesAlike(name, nameWords(row).join(' ')) ? [row.seq] : []));
}

function nameWords({ kind, givenName, familyName, organisationName }: Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'organisationName'>): string[] {
  return foldedWords(kind === 'organisation' ? (organisationName ?? '') : `${givenName} ${familyName}`);
}

function comparedFile(db: ReadDb, customer: Customer): ComparedFile {
  const points = tables.contactPoint.listBy(db, 'customerId', customer.id);
  const values = (phone: boolean): Set<string> => new Set(points.filter(({ kind }) => (kind !== 'email') === phone).map(({ value }) => value.toLowerCase()));
  const addresses = tables.address.listBy(db, 'customerId', customer.id).map(({ street, houseNumber, box, postcode }) => foldedWords(`${street} ${houseNumber} ${box ?? ''} ${postcode}`).join(' '));
  return {
    kind: customer.kind,
    name: nameWords(customer).join(' '),
    vatNumber: customer.vatNumber,
    birthDate: customer.birthDate,
    phones: values(true),
    emails: values(false),
    addresses: new Set(addresses),
  };
}
