import type { CountryCode } from 'libphonenumber-js/min';
import { useSnapshot } from './use-snapshot.ts';

/** Before provisioning has said anything. */
const unprovisioned: CountryCode = 'BE';

/** @returns the country by which numbers without a country code are read, and in which new addresses are. */
export function useCountry(): CountryCode {
  return useSnapshot(({ policy }) => (policy === null ? unprovisioned : (policy.country.toUpperCase() as CountryCode)));
}
