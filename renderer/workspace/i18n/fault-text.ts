import type { TFunction } from 'i18next';
import type { Fault } from '#shared/domain/checks/fault.ts';

/** @returns what is wrong, in words that say what to read again; undefined where nothing is. */
export function faultText(t: TFunction, fault: Fault | null): string | undefined {
  return fault === null ? undefined : t(`form.error.${fault.code}`, { ...fault.values });
}
