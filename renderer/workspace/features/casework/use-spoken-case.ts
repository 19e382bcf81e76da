import type { Procedure } from '#shared/domain/casework/procedure.ts';
import { usualHours } from '#shared/domain/casework/business-time.ts';
import { spokenCase } from '#shared/domain/casework/spoken-case.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Case } from '#shared/domain/file-entities.ts';
import { useNow } from '../../app/use-now.ts';

const minuteMs = 60_000;

/** @returns what can be said about a case of this customer, in their language, as it stands this minute. */
export function useSpokenCase({ customer, promises }: Pick<CustomerFile, 'customer' | 'promises'>, procedures: readonly Procedure[]): (row: Case) => string {
  const now = new Date(useNow(minuteMs)).toISOString();
  const { language } = customer;
  return (row) => {
    const procedure = procedures.find(({ id }) => id === row.procedureId);
    const department = procedure === undefined ? '' : (procedure.department[language] ?? (language === 'nl' ? procedure.department.nl : ''));
    const nextContact = promises.flatMap(({ caseId, dueAt }) => (caseId === row.id ? [dueAt] : [])).sort()[0] ?? null;
    return spokenCase(language, { ...row, department, nextContact }, { now, timeZone: procedure?.hours.timeZone ?? usualHours.timeZone });
  };
}
