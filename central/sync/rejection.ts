import type { RejectionCode } from '#shared/contract/codes.ts';
import type { OrderProblem } from '#shared/domain/ordering/review.ts';

/** A mutation that will never be applied as it is. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: RejectionCode;
  /** What is wrong with an order, piece by piece. */
  readonly problems: readonly OrderProblem[];

  constructor(code: RejectionCode, reason: string, problems: readonly OrderProblem[] = []) {
    super(reason);
    this.code = code;
    this.problems = problems;
  }
}
