import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { buildWhenChanged } from './build.mjs';
import { withDisplay } from './display.mjs';
import { toolEnvironment, toolNode } from './node-runtime.mjs';
import { projectRoot } from './paths.mjs';
import { run } from './run.mjs';
import { exitWith, explainFileError } from './setup-error.mjs';
import { step } from './steps.mjs';

/**
 * Makes the app ready, then runs a TypeScript program of the project that drives it, on a screen (a real one or one in memory).
 * Leaves with the program's exit code.
 * @param {string} program path inside the project
 */
export async function runWithApp(program) {
  try {
    await bootstrap();
    await step('Build', buildWhenChanged);
    const [command, args] = withDisplay(toolNode(), [program, ...process.argv.slice(2)]);
    const result = await run(command, args, { cwd: projectRoot, env: toolEnvironment(), show: true });
    process.exitCode = result.code ?? 1;
  } catch (error) {
    exitWith(explainFileError(error, projectRoot));
  }
}
