/**
 * Every refusal Balie can give, by area. The code is what travels over IPC and REST, what the log
 * groups by, and the key (`errors.<code>`) under which the locale files hold the operator's text.
 */
export const errorCodes = [
  'internal',
  'ipc.closed',
  'ipc.invalid-payload',
  'ipc.sender-refused',
  'ipc.timeout',
  'ipc.unknown-name',
  'call.illegal',
  'call.limit',
  'call.not-found',
  'call.number-invalid',
  'call.emergency',
  'call.digits-refused',
  'call.dialling',
  'conference.full',
  'customer.merged',
  'customer.not-allowed',
  'device.not-found',
  'figures.not-allowed',
  'figures.too-many',
  'media.microphone-denied',
  'media.microphone-missing',
  'media.window-down',
  'media.failed',
  'identity.locked',
  'identity.not-allowed',
  'identity.not-heard',
  'lock.in-call',
  'lock.locked',
  'lock.needs-centre',
  'lock.no-way',
  'lock.other-operator',
  'lock.too-many-tries',
  'lock.wrong',
  'letter.field-unknown',
  'letter.invalid',
  'letter.not-allowed',
  'letter.not-here',
  'letter.not-readable',
  'letter.stale',
  'letter.state',
  'letter.template-changed',
  'letter.template-invalid',
  'letter.template-missing',
  'office.busy',
  'office.failed',
  'office.no-printer',
  'office.not-allowed',
  'office.not-written',
  'office.too-many',
  'order.incomplete',
  'pick-up.refused',
  'recording.failed',
  'recording.not-allowed',
  'sip.auth-refused',
  'sip.not-registered',
  'sip.unreachable',
  'session.credentials',
  'session.enrolment-invalid',
  'session.expired',
  'session.rate-limited',
  'session.provider-refused',
  'session.revoked',
  'session.sign-in-abandoned',
  'session.unreachable',
  'session.signed-out',
  'store.corrupt',
  'store.disk-full',
  'store.from-the-future',
  'store.not-found',
  'store.not-ready',
  'store.read-only',
  'store.refused',
  'store.wrong-key',
  'sync.protocol',
  'sync.unreachable',
  'sync.unauthorised',
  'script.invalid',
  'script.no-script',
  'script.not-offered',
  'script.not-allowed',
  'script.own-work',
  'script.queue-changed',
  'script.queue-not-yours',
  'script.stale',
  'script.state',
  'settings.invalid',
  'transfer.refused',
  'transfer.target-invalid',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that may be shown or logged beside a code. Never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** The wire form of a {@link BalieError}: what a caller in another process receives. */
export interface SerialisedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/**
 * An expected refusal: typed, shown to the operator, logged once. Anything else that is thrown is a
 * defect and is reported as `internal`.
 */
export class BalieError extends Error {
  override readonly name = 'BalieError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  /** @returns the error as plain data; the cause stays behind, in the log of the process that saw it. */
  toJSON(): SerialisedError {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Wraps whatever was thrown; a {@link BalieError} passes unchanged. */
export function asBalieError(thrown: unknown, fallback: ErrorCode = 'internal'): BalieError {
  if (thrown instanceof BalieError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new BalieError(fallback, message, { cause: thrown });
}

/** For the `default` of a switch over a union: the compiler proves that it cannot be reached. */
export function assertNever(value: never): never {
  throw new BalieError('internal', `Unexpected value ${JSON.stringify(value)}`);
}
