import { bootstrap } from './bootstrap/bootstrap.mjs';
import { projectRoot } from './lib/paths.mjs';
import { exitWith, explainFileError } from './lib/setup-error.mjs';

try {
  await bootstrap(process.argv.slice(2));
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
