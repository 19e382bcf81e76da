import { join } from 'node:path';
import { requireSetupNode, toolNode } from '../lib/node-runtime.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { step } from '../lib/steps.mjs';
import { dependenciesAreCurrent, installDependencies } from './dependencies.mjs';

/** Brings the packages that the lock file names. Plain JavaScript without a dependency, because it runs before anything is installed. */
export async function bringPackages() {
  requireSetupNode();
  await step('Packages', async (say) => {
    if (dependenciesAreCurrent()) return 'as the lock file says';
    say('installing what the lock file names with npm ci (about a minute)');
    await installDependencies();
    return 'installed';
  });
}

/**
 * Brings Electron, and SQLite for it. It prints its own reasons.
 * @param {string[]} [args] passed on: `--official` tries the official Electron again
 * @returns {Promise<number | null>} the exit code
 */
export async function bringElectron(args = []) {
  const { code } = await run(toolNode(), [join(projectRoot, 'scripts', 'bootstrap', 'prepare.mjs'), ...args], { show: true });
  return code;
}

/**
 * Brings a fresh clone to the point where Balie can be built and run: packages, Electron, SQLite. Quick when nothing is missing.
 * @param {string[]} [args] as for {@link bringElectron}
 */
export async function bootstrap(args = []) {
  await bringPackages();
  if ((await bringElectron(args)) !== 0) process.exit(1);
}
