import type { ImportRows } from '../../central/sync/import.ts';
import { legRows, missedRows } from './calls.ts';
import { caseworkRows } from './casework.ts';
import { centreRows } from './centre.ts';
import { customerRows, type CustomerRows } from './customers.ts';
import { fileRows } from './file.ts';
import { historyRows } from './history.ts';
import { knownCustomers } from './known-callers.ts';
import { Random } from './random.ts';
import { shopRows } from './shop.ts';

export const sampleSeed = 20_260_105;
export const sampleCustomers = 5_000;

/** All sample times are counted from here, so that a seed means the same rows today and next year. */
const openedAt = Date.UTC(2025, 0, 6, 8);
const until = Date.UTC(2026, 10, 20);
/** Share of the customers who called before. */
const calledBefore = 0.35;

/**
 * The whole sample centre. Nobody in it exists; places, the form of numbers and check digits are real.
 *
 * @returns the same rows for the same seed and count, always.
 */
export function sampleRows(seed = sampleSeed, count = sampleCustomers): ImportRows {
  const random = new Random(seed);
  const centre = centreRows(random, openedAt);
  const customers = customerRows(random, count, openedAt);
  const answered = customers.flatMap((rows, index) => historyRows(random, centre, rows.customer, numberOf(rows), callsOf(random, index), until));
  // A stream of its own: what was there keeps its ids.
  const calls = new Random(seed + 1);
  const interaction = [...answered, ...missedRows(calls, answered)];
  const shop = shopRows(new Random(seed + 3), openedAt, new Date(until).toISOString().slice(0, 10));
  return {
    ...centre,
    ...shop,
    ...caseworkRows(new Random(seed + 4), openedAt, centre.queue),
    customer: customers.map((rows) => rows.customer),
    contactPoint: customers.flatMap((rows) => rows.contactPoints),
    address: customers.flatMap((rows) => rows.addresses),
    interaction,
    callLeg: legRows(calls, interaction),
    ...fileRows(new Random(seed + 2), centre, customers, until),
  };
}

function numberOf({ contactPoints }: CustomerRows): string {
  return contactPoints.find((point) => point.kind !== 'email')?.value ?? '';
}

function callsOf(random: Random, index: number): number {
  const known = knownCustomers.find((candidate) => candidate.index === index);
  if (known !== undefined) return known.calls;
  return random.chance(calledBefore) ? random.between(1, 4) : 0;
}
