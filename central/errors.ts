export type CentralErrorCode =
  | 'agent-unknown'
  | 'database-from-the-future'
  | 'database-unreachable'
  | 'environment-invalid'
  | 'folder-in-use'
  | 'key-invalid'
  | 'listen-failed'
  | 'order-step'
  | 'order-unknown'
  | 'port-in-use'
  | 'queue-unknown' | 'outcome-unknown'
  | 'row-invalid'
  | 'username-taken';

/** An expected failure of the central API outside a request: start-up and administration. The message is for the administrator and says what to do. */
export class CentralError extends Error {
  override readonly name = 'CentralError';
  readonly code: CentralErrorCode;

  constructor(code: CentralErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** @returns the `code` of a system or database error, or null. */
export function codeOf(thrown: unknown): string | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}

const databaseFields = ['code', 'severity', 'table', 'column', 'constraint', 'routine'] as const;

/**
 * What of an error may be logged. A database error carries the statement's values in its message,
 * detail and parameters: personal data. Of those only the names of things are kept.
 */
export function loggable(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  if (!('severity' in thrown)) return { name: thrown.name, code: codeOf(thrown), message: thrown.message, stack: thrown.stack };
  const known = thrown as Error & Partial<Record<(typeof databaseFields)[number], unknown>>;
  return { name: 'DatabaseError', ...Object.fromEntries(databaseFields.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]]))) };
}
