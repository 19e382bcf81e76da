import { join } from 'node:path';
import { requireSetupNode, toolNode } from '../lib/node-runtime.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { step } from '../lib/steps.mjs';
import { dependenciesAreCurrent, installDependencies } from './dependencies.mjs';

/**
 * Brings a fresh clone to the point where Balie can be built and run: packages, Electron, SQLite. Quick when nothing is missing.
 * Plain JavaScript without a dependency, because it runs before anything is installed.
 * @param {string[]} [args] passed on: `--official` tries the official Electron again
 */
export async function bootstrap(args = []) {
  requireSetupNode();
  await step('Packages', async (say) => {
    if (dependenciesAreCurrent()) return 'as the lock file says';
    say('installing what the lock file names with npm ci (about a minute)');
    await installDependencies();
    return 'installed';
  });
  const result = await run(toolNode(), [join(projectRoot, 'scripts', 'bootstrap', 'prepare.mjs'), ...args], { show: true });
  // It has printed its own reason.
  if (result.code !== 0) process.exit(1);
}
