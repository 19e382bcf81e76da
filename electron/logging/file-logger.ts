import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Logger } from '#shared/domain/logger.ts';
import { redact, redactText } from './redact.ts';

const maxBytes = 10 * 1024 * 1024;
const keptFiles = 5;
/** Bytes of lines that a disk without room has not taken; what is said beyond them is lost. */
const mostWaiting = 1024 * 1024;
const levels = ['trace', 'debug', 'info', 'warn', 'error'] as const;

/**
 * A structured log: one JSON object a line, in `<folder>/<name>.log`. A file over 10 MB is put aside at
 * start; five are kept. A folder that cannot be written must not stop anybody from telephoning: then
 * the log goes to standard error.
 */
export function createFileLogger(folder: string, name: string, level = process.env['BALIE_LOG_LEVEL'] ?? 'info'): Logger {
  const options: pino.LoggerOptions = {
    level: levels.some((known) => known === level) ? level : 'info',
    base: { process: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (fields) => redact(fields) as Record<string, unknown> },
    serializers: { err: (value: unknown) => value },
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg)) as Parameters<typeof method>);
      },
    },
  };
  try {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${name}.log`);
    rotate(file);
    return pino(options, quietly(pino.destination({ dest: file, sync: true, append: true, mode: 0o600, maxLength: mostWaiting })));
  } catch (error) {
    const logger = pino(options, pino.destination({ dest: 2, sync: true }));
    logger.warn({ err: error }, 'the log folder cannot be written; logging to standard error');
    return logger;
  }
}

/** A line that cannot be written (a full disk) is kept for the next one to take along; it is not thrown at whoever said it, in the middle of a call. */
function quietly(destination: ReturnType<typeof pino.destination>): typeof destination {
  return destination.on('error', () => undefined);
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return;
  rmSync(`${file}.${keptFiles}`, { force: true });
  for (let number = keptFiles - 1; number >= 1; number--) {
    if (statSync(`${file}.${number}`, { throwIfNoEntry: false })) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  renameSync(file, `${file}.1`);
}
