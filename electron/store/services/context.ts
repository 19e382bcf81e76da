import { BalieError } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Connection } from '../database/connection.ts';

/** What the store's services work on, while a database is open. */
export interface StoreContext {
  readonly db: Connection;
  readonly clock: Clock;
  /** ISO 3166-1 alpha-2: how national numbers are read now. */
  country(): string;
  /** The signed-in operator, or the last one on this device. */
  agentId(): string | null;
}

/**
 * A refusal of something the operator gave.
 * @param field the field in the caller's own words, e.g. `contactPoints.0.value`
 * @param reason a stable word: `required`, `invalid-email` ...
 */
export function refused(field: string, reason: string): BalieError {
  return new BalieError('store.refused', `${field}: ${reason}`, { details: { field, reason } });
}

/** @throws {BalieError} `store.not-found` */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new BalieError('store.not-found', `no such ${what}`, { details: { what } });
  return value;
}
