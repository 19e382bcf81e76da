import { readFileSync } from 'node:fs';
import { enrolmentFileSchema, type EnrolmentFile } from '#shared/contract/session.ts';
import { BalieError } from '#shared/domain/errors.ts';

/**
 * Reads the enrolment file that `--enrol=` names.
 *
 * @throws {BalieError} `session.enrolment-invalid` when it cannot be read or is no enrolment file.
 */
export function readEnrolment(file: string): EnrolmentFile {
  try {
    return enrolmentFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new BalieError('session.enrolment-invalid', 'the enrolment file cannot be used', { cause });
  }
}
