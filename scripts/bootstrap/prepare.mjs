import { step } from '../lib/steps.mjs';
import { exitWith, explainFileError } from '../lib/setup-error.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { obtainElectron } from './electron.mjs';
import { prepareSqlite } from './sqlite.mjs';

// The second half of the set-up. It runs on the pinned Node, because packages it uses need Node 22.
try {
  let version = '';
  await step('Electron', async (say) => {
    const electron = await obtainElectron(say, { officialOnly: process.argv.includes('--official') });
    version = electron.version;
    return `${electron.version}, ${electron.source}`;
  });
  await step('SQLite', (say) => prepareSqlite(version, say));
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
