import type { LogFields, Logger } from '#shared/domain/logger.ts';

/** Says on standard error, in short lines, what whoever started the centre wants to know. */
export function progressLogger(write: (line: string) => void): Logger {
  const say = (fields: LogFields, message: string): void => write(`practice: ${message}${detailsOf(fields)}\n`);
  const nothing = (): void => undefined;
  const logger: Logger = { trace: nothing, debug: nothing, info: say, warn: say, error: say, child: () => logger };
  return logger;
}

function detailsOf(fields: LogFields): string {
  const { err, ...rest } = fields;
  const plain = Object.entries(rest).map(([key, value]) => `${key} ${String(value)}`);
  const trace = err instanceof Error ? [err.stack ?? err.message] : [];
  return plain.length + trace.length === 0 ? '' : ` (${[...plain, ...trace].join(', ')})`;
}
