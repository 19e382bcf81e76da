import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { findElectron } from './electron-path.mjs';
import { buildWhenChanged } from './lib/build.mjs';
import { toolEnvironment, toolNode } from './lib/node-runtime.mjs';
import { localCache, projectRoot } from './lib/paths.mjs';
import { run, tail } from './lib/run.mjs';
import { exitWith, explainFileError, SetupError } from './lib/setup-error.mjs';
import { step } from './lib/steps.mjs';

/*
 * npm run pack [-- arguments for electron-builder]
 * Makes an unpacked app in dist/. Installers for users are made where the official Electron can be had:
 * npx electron-builder
 */

/** electron-builder takes a folder as it is: without the loader that the fallback carries. */
function cleanFallback(electron) {
  const folder = join(localCache, 'electron-for-packing');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const loader = join(electron.folder, 'resources', 'app');
  cpSync(electron.folder, folder, { recursive: true, filter: (path) => path !== loader });
  return folder;
}

async function pack(say) {
  const electron = findElectron();
  const forTestsOnly = electron.source === 'fallback';
  if (forTestsOnly) say('Packed with the fallback Electron, for tests only: do not hand it out.');
  const electronArgs = forTestsOnly
    ? [`-c.electronDist=${cleanFallback(electron)}`, `-c.electronVersion=${electron.version}`]
    : [`-c.electronVersion=${electron.version}`];
  const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
  const args = [builder, '--dir', ...electronArgs, ...process.argv.slice(2)];
  const result = await run(toolNode(), args, { cwd: projectRoot, env: toolEnvironment() });
  if (result.code !== 0) {
    throw new SetupError(`electron-builder failed:\n${tail(result.output)}`, 'Mend what the text above names and run the command again.', result.output);
  }
  return 'in dist/';
}

try {
  await bootstrap();
  await step('Build', buildWhenChanged);
  await step('Pack', pack);
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
