import { bringPackages } from './bootstrap/bootstrap.mjs';
import { installDebianPackages } from './lib/debian-packages.mjs';
import { projectRoot } from './lib/paths.mjs';
import { exitWith, explainFileError } from './lib/setup-error.mjs';
import { step } from './lib/steps.mjs';
import { count, total } from './lib/test-report.mjs';
import { phases } from './lib/test-stages.mjs';

/*
 * npm test [-- --only=lint,unit] [-- arguments for the runners]
 * Installs what the tests need, runs every stage, and ends with one line: N passed, N failed(, N skipped).
 */

/** @returns a test whether a stage was asked for on the command line. */
function chosenBy(args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length).split(',');
  return (stage) => only === undefined || stage.isSetUp || only.includes(stage.name);
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function list(title, names) {
  if (names.length === 0) return;
  console.log(`=== ${title}`);
  for (const name of names) console.log(`  ${name}`);
  console.log('');
}

async function runStage(stage, finished, extra) {
  const started = performance.now();
  console.log(`\n=== ${stage.name}`);
  const broken = stage.needs !== undefined && (finished.get(stage.needs)?.result.failed ?? 0) > 0;
  if (broken) console.log(`  not run: ${stage.needs} failed`);
  const result = broken ? count({ failed: 1, failures: [`${stage.name}: not run, ${stage.needs} failed`] }) : await stage.run(extra);
  return { result, time: seconds(started) };
}

async function main() {
  const args = process.argv.slice(2);
  const started = performance.now();
  // Packages first: compiling SQLite may need the compiler among them.
  await step('Debian packages', installDebianPackages);
  await bringPackages();
  const finished = new Map();
  const isChosen = chosenBy(args);
  const extra = args.filter((arg) => !arg.startsWith('--only='));
  const inTurn = async (lane) => {
    for (const stage of lane.filter(isChosen)) finished.set(stage.name, await runStage(stage, finished, extra));
  };
  for (const lanes of phases) await Promise.all(lanes.map(inTurn));
  console.log('\n=== summary');
  for (const [name, { result, time }] of finished) {
    console.log(`  ${name.padEnd(12)} ${time.padStart(8)}   ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
  }
  const sum = total([...finished.values()].map(({ result }) => result));
  console.log(`  ${'all'.padEnd(12)} ${seconds(started).padStart(8)}\n`);
  list('failed', sum.failures);
  list('passed only at the second try', sum.wavered);
  const nothingRan = sum.passed + sum.failed === 0;
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
  process.exitCode = sum.failed > 0 || nothingRan ? 1 : 0;
}

try {
  await main();
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
