import type { Caller } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { customersBySeq, toHit } from '../queries/customers.ts';
import { customersByPhone, toE164 } from './phone.ts';

/** More customers than this on one number are a switchboard, not a family. */
const most = 30;

interface Facts {
  readonly numberKind: 'phone' | 'mobile';
  readonly preferred: number;
  readonly segment: Caller['segment'];
  readonly lastContactAt: string | null;
  readonly lastFromNumberAt: string | null;
  readonly openCases: number;
  readonly promiseDueAt: string | null;
}

const facts = `WITH asked (number, id) AS (VALUES (?, ?))
  SELECT k.kind AS numberKind, k.preferred, c.segment,
    (SELECT started_at FROM interaction WHERE customer_id = c.id ORDER BY started_at DESC LIMIT 1) AS lastContactAt,
    (SELECT started_at FROM interaction WHERE customer_id = c.id AND number = asked.number ORDER BY started_at DESC LIMIT 1) AS lastFromNumberAt,
    (SELECT count(*) FROM case_file WHERE customer_id = c.id AND state IN ('open', 'waiting')) AS openCases,
    (SELECT min(due_at) FROM promise WHERE customer_id = c.id AND state = 'open') AS promiseDueAt
  FROM asked CROSS JOIN customer AS c ON c.id = asked.id CROSS JOIN contact_point AS k ON k.customer_id = c.id
  WHERE k.kind IN ('phone', 'mobile') AND k.value = asked.number ORDER BY k.preferred DESC LIMIT 1`;

/** Customers who have the number of a call, the likeliest first, each with what speaks for them. */
export function callersByNumber(db: ReadDb, number: string | null, country: string): Caller[] {
  const e164 = number === null ? null : toE164(number, country);
  if (e164 === null) return [];
  const callers = customersBySeq(db, customersByPhone(db, e164).slice(0, most)).flatMap((row): Caller[] => {
    const known = db.one<Facts>(facts, e164, row.id);
    return known === undefined ? [] : [{ ...toHit(row, 'phone'), ...known, preferred: known.preferred === 1 }];
  });
  return callers.sort((a, b) => likelihood(b) - likelihood(a) || (b.lastContactAt ?? '').localeCompare(a.lastContactAt ?? ''));
}

/** Who called from here before, who waits for an answer, whose own number it is. */
function likelihood({ lastFromNumberAt, openCases, promiseDueAt, numberKind, preferred }: Caller): number {
  return Number(lastFromNumberAt !== null) * 4 + Number(openCases > 0 || promiseDueAt !== null) * 4 + Number(numberKind === 'mobile') + Number(preferred);
}
