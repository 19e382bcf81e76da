import type { RejectionCode } from '#shared/contract/codes.ts';

/** A mutation that will never be applied as it is. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: RejectionCode;

  constructor(code: RejectionCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
