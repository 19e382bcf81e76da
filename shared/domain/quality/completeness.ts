import type { CustomerFile } from '../customer-file.ts';
import { partOfField, type MaskedPart } from '../identity/parts.ts';
import { capturedValue } from '../script/condition.ts';

interface CompletenessFacts {
  /** Null while nobody is linked. */
  readonly file: Pick<CustomerFile, 'customer' | 'contactPoints' | 'addresses'> | null;
  /** Parts of the file that the operator did not see, and cannot be asked to complete. */
  readonly masked: ReadonlySet<MaskedPart>;
  /** Fields that had to be filled in: of the script's steps that were reached, and of the form for after the call. */
  readonly requiredFields: readonly string[];
  readonly captured: Readonly<Record<string, string>>;
  readonly hasOutcome: boolean;
  readonly sentence: string;
}

/** @returns of what a well-kept conversation has, what this one has, in whole percents: what the operator's meter shows. */
export function completenessPercent(facts: CompletenessFacts): number {
  const checks = [facts.file !== null, ...customerChecks(facts), ...facts.requiredFields.map((key) => capturedValue(facts.captured, key) !== ''), facts.hasOutcome, facts.sentence.trim() !== ''];
  return Math.round((100 * checks.filter(Boolean).length) / checks.length);
}

function customerChecks({ file, masked }: CompletenessFacts): boolean[] {
  if (file === null) return [];
  const { customer, contactPoints, addresses } = file;
  const name = customer.kind === 'organisation' ? (customer.organisationName ?? '') : customer.familyName;
  const wanted: readonly (readonly [field: string, done: boolean])[] = [
    [customer.kind === 'organisation' ? 'organisationName' : 'familyName', name.trim() !== ''],
    ['phone', contactPoints.some(({ kind }) => kind !== 'email')],
    ['email', contactPoints.some(({ kind }) => kind === 'email')],
    ['street', addresses.some(({ street }) => street.trim() !== '')],
  ];
  return wanted.flatMap(([field, done]) => {
    const part = partOfField[field];
    return part !== undefined && masked.has(part) ? [] : [done];
  });
}
