/** Fields of a log line. Personal data does not belong here; the sink redacts known keys as a second net. */
export type LogFields = Readonly<Record<string, unknown>>;

type LogMethod = (fields: LogFields, message: string) => void;

/** What every room logs through; pino satisfies it. Injected, so that tests can read what was said. */
export interface Logger {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  child(bindings: LogFields): Logger;
}

const nothing: LogMethod = () => undefined;

/** A logger that says nothing, for tests that do not look at the log. */
export const silentLogger: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLogger,
};
