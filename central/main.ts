import { pino } from 'pino';
import { createCentral, type Central } from './central.ts';
import { readEnvironment, usage } from './environment.ts';
import { CentralError } from './errors.ts';

/** How long a stop may take before it is forced. */
const stopMs = 10_000;

/** Runs the central API by itself until it is told to stop. */
async function run(): Promise<void> {
  const { options, logLevel } = readEnvironment(process.env);
  const logger = pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const central = await createCentral({ ...options, logger });
  stopOnSignal(central);
  try {
    const url = await central.listen();
    logger.info({ url, database: options.database.kind }, 'central API is listening');
  } catch (error) {
    await central.close();
    throw error;
  }
}

/** The first signal stops in order; what hangs is cut after {@link stopMs}, and a second signal cuts at once. */
function stopOnSignal(central: Central): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), stopMs).unref();
    central.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv.includes('--help')) {
  process.stdout.write(`Runs Balie's central API.\n\n${usage}`);
} else {
  await run().catch((error: unknown) => {
    // An expected failure says what to do; anything else is a defect, and its trace helps.
    process.stderr.write(`${error instanceof CentralError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
}
