import { bootstrap } from './bootstrap/bootstrap.mjs';
import { installDebianPackages } from './lib/debian-packages.mjs';
import { projectRoot } from './lib/paths.mjs';
import { exitWith, explainFileError } from './lib/setup-error.mjs';
import { step } from './lib/steps.mjs';
import { total } from './lib/test-report.mjs';
import { stages } from './lib/test-stages.mjs';

/*
 * npm test [-- --only=lint,unit] [-- arguments for the runners]
 * Installs what the tests need, runs every stage, and ends with one line: N passed, N failed(, N skipped).
 */

function chosenStages(args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length).split(',');
  return only ? stages.filter((stage) => only.includes(stage.name)) : stages;
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function runStage(stage, finished, extra) {
  const started = performance.now();
  console.log(`\n=== ${stage.name}`);
  const broken = stage.needs !== undefined && (finished.get(stage.needs)?.count.failed ?? 0) > 0;
  if (broken) console.log(`  not run: ${stage.needs} failed`);
  const count = broken ? { passed: 0, failed: 1, skipped: 0 } : await stage.run(extra);
  return { count, time: seconds(started) };
}

async function main() {
  const args = process.argv.slice(2);
  const started = performance.now();
  // Packages first: compiling SQLite may need the compiler among them.
  await step('Debian packages', installDebianPackages);
  await bootstrap();
  const finished = new Map();
  for (const stage of chosenStages(args)) {
    finished.set(stage.name, await runStage(stage, finished, args.filter((arg) => !arg.startsWith('--only='))));
  }
  console.log('\n=== summary');
  for (const [name, { count, time }] of finished) {
    console.log(`  ${name.padEnd(12)} ${time.padStart(8)}   ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
  const sum = total([...finished.values()].map(({ count }) => count));
  console.log(`  ${'all'.padEnd(12)} ${seconds(started).padStart(8)}\n`);
  const nothingRan = sum.passed + sum.failed === 0;
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
  process.exitCode = sum.failed > 0 || nothingRan ? 1 : 0;
}

try {
  await main();
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
