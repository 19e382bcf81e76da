import type { LogFields, Logger } from '#shared/domain/logger.ts';

export interface LogLine {
  readonly level: string;
  readonly fields: LogFields;
  readonly message: string;
}

/** A logger whose lines a test can read. */
export function recordingLogger(): { readonly logger: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const say =
    (level: string) =>
    (fields: LogFields, message: string): void =>
      void lines.push({ level, fields, message });
  const logger: Logger = { trace: say('trace'), debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error'), child: () => logger };
  return { logger, lines };
}
