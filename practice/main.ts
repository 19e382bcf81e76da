import { CentralError } from '../central/errors.ts';
import { OptionError, readOptions, usage } from './options.ts';
import { startPracticeCentre, type PracticeCentre } from './practice-centre.ts';
import { progressLogger } from './progress-logger.ts';

/** How long a stop may take before it is forced. */
const stopMs = 8_000;

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(usage);
    return;
  }
  // Asked to stop while it still starts, it stops as soon as it has.
  const starting = startPracticeCentre(options, progressLogger((line) => process.stderr.write(line)));
  stopWhenTold(starting);
  const { centralUrl, wsUrl, enrolmentFile } = await starting;
  process.stdout.write(`${JSON.stringify({ ready: true, centralUrl, wsUrl, enrolmentFile })}\n`);
}

function stopWhenTold(starting: Promise<PracticeCentre>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopMs).unref();
    starting.then((centre) => centre.close()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever started the centre holds its input open; when they are gone, however they went, it closes.
  process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
}

await run().catch((error: unknown) => {
  // An expected failure says what to do; anything else is a defect, and its trace helps.
  const expected = error instanceof CentralError || error instanceof OptionError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
