/** A failure the reader can mend: what went wrong, and what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message one sentence: what went wrong
   * @param {string} advice what the reader should do now
   * @param {unknown} [cause]
   */
  constructor(message, advice, cause) {
    super(message, { cause });
    this.name = 'SetupError';
    this.advice = advice;
  }
}

/** Prints a failure and its remedy, and leaves with exit code 1. */
export function exitWith(error) {
  if (error instanceof SetupError) {
    console.error(`\n  ${error.message}\n  What to do: ${error.advice.replaceAll('\n', '\n    ')}\n`);
    if (process.env.BALIE_DEBUG && error.cause) console.error(error.cause);
  } else {
    console.error('\n  Unexpected failure. Please report it with the text below.\n');
    console.error(error);
  }
  process.exit(1);
}

/** Turns "the disk said no" into a sentence; hands anything else back as it was. */
export function explainFileError(error, path) {
  const reasons = {
    EACCES: 'may not be written by this user',
    EPERM: 'may not be written by this user',
    EROFS: 'is on a read-only file system',
    ENOSPC: 'is on a full disk',
  };
  const reason = reasons[error?.code];
  if (!reason) return error;
  return new SetupError(
    `${error.path ?? path} ${reason}.`,
    error.code === 'ENOSPC'
      ? 'Free about 2 GB and run the command again.'
      : 'Copy the project to a folder of your own (for example in your home folder) and run the command there.',
    error,
  );
}
