import type { Consent } from './file-entities.ts';

type Said = Pick<Consent, 'channel' | 'purpose' | 'state' | 'at'>;

/** @returns what holds now: of each channel and purpose the newest, most recent first. */
export function currentConsents<T extends Said>(consents: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const consent of consents) {
    const key = `${consent.channel} ${consent.purpose}`;
    const known = newest.get(key);
    if (known === undefined || known.at < consent.at) newest.set(key, consent);
  }
  return [...newest.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * @returns what the customer said against being called, the most general first: do-not-call, or no calls for
 *   one purpose. Empty: they may be called.
 */
export function callRefusals<T extends Said>(consents: readonly T[]): T[] {
  const refused = currentConsents(consents).filter(({ channel, state }) => channel === 'phone' && state === 'withdrawn');
  return refused.sort((a, b) => Number(b.purpose === 'any') - Number(a.purpose === 'any'));
}
