import { join } from 'node:path';
import { buildIsCurrent, takeStamp } from './content-stamp.mjs';
import { toolEnvironment, toolNode } from './node-runtime.mjs';
import { projectRoot } from './paths.mjs';
import { run, tail } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Builds the app into out/ when its sources changed since the last build.
 * @returns {Promise<string>} what was done, for the step line
 */
export async function buildWhenChanged() {
  if (buildIsCurrent()) return 'sources unchanged';
  const stamp = takeStamp();
  const builder = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(toolNode(), [builder, 'build'], { cwd: projectRoot, env: toolEnvironment() });
  if (result.code !== 0) {
    throw new SetupError(
      `The build failed:\n${tail(result.output, 25)}`,
      'Mend what the text above names. If you changed nothing, delete the folders node_modules and out, and run the command again.',
      result.output,
    );
  }
  stamp();
  return 'built';
}
