import { useQuery } from '@tanstack/react-query';
import type { Call } from '#shared/domain/call.ts';
import { useServices } from '../../app/services.ts';
import { directorySearch } from '../../app/store-queries.ts';
import { phone, plain } from '../../i18n/format.ts';

/** @returns a colleague's name from the directory, or the number as it stands. @param number as it was dialled. */
export function useColleagueName(number: string): string {
  const { store } = useServices();
  const found = useQuery({ ...directorySearch(store, number), enabled: number !== '' }).data;
  const name = found?.find((entry) => entry.number === number)?.name;
  return name === undefined ? phone(number) : plain(name);
}

/** @returns the number or user at the other end, for {@link useColleagueName}. */
export function numberOf(call: Call): string {
  return call.party.number ?? plain(call.party.raw);
}
