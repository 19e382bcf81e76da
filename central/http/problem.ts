import type { ProblemCode } from '#shared/contract/codes.ts';
import type { FaultPlace, Problem as ProblemDetails, Survivor } from '#shared/contract/problem.ts';

export interface ProblemExtras {
  /** Seconds after which trying again makes sense: becomes Retry-After. */
  readonly retryAfter?: number;
  readonly errors?: readonly FaultPlace[];
  readonly survivor?: Survivor;
  readonly cause?: unknown;
}

/** A refusal as it is answered: problem details (RFC 9457) with a stable code. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(status: number, code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.status = status;
    this.code = code;
    this.extras = extras;
  }

  /** @returns the body of the answer. */
  toDetails(): ProblemDetails {
    return {
      type: `urn:balie:problem:${this.code}`,
      title: titles[this.code],
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(this.extras.errors === undefined ? {} : { errors: [...this.extras.errors] }),
      ...(this.extras.survivor === undefined ? {} : { survivor: this.extras.survivor }),
    };
  }
}

/** The same for every occurrence of a code (RFC 9457 section 3.1.3). */
const titles: Readonly<Record<ProblemCode, string>> = {
  invalid: 'The request does not fit its schema',
  unauthorised: 'A valid access token is needed',
  'session.credentials': 'Name and password do not match',
  'session.enrolment-invalid': 'The enrolment code is not valid',
  'session.expired': 'The session has ended',
  'session.revoked': 'The centre has signed this device out',
  'session.rate-limited': 'Too many attempts',
  'rate-limited': 'Too many requests',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'provisioning-missing': 'Telephony is not set up',
  'script.stale': 'There is a newer version',
  'script.state': 'Not in this state',
  'script.own-work': 'Somebody else reviews it',
  'script.queue-changed': 'The queue has changed meanwhile',
  'script.queue-not-yours': 'Somebody else decides about the queue',
  'script.invalid': 'The script cannot be used',
  'quality.too-many': 'Too many conversations at once',
  'letter.stale': 'There is a newer edition',
  'customer.merged': 'The file was merged into another one',
  'letter.state': 'Not in this state',
  'letter.invalid': 'The template cannot be used',
  'method-not-allowed': 'Method not allowed',
  'cursor-unknown': 'The cursor is unknown',
  'too-large': 'The request is too large',
  'unsupported-media-type': 'The media type is not supported',
  busy: 'Busy',
  unavailable: 'Temporarily unavailable',
  internal: 'Internal error',
};
