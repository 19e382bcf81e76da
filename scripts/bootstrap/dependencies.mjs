import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { networkArguments, npm } from '../lib/npm.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { tail } from '../lib/run.mjs';
import { explainFileError, SetupError } from '../lib/setup-error.mjs';

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Whether node_modules holds what the lock file names. npm writes what it installed into
 * node_modules/.package-lock.json; packages for other platforms may be absent there.
 */
export function dependenciesAreCurrent(root = projectRoot) {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedList);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const present = installed[path];
    if (!present) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}

/** The packages, Electron and the build together; found out before the download rather than in its middle. */
const neededBytes = 2.5e9;

function requirePlace() {
  try {
    accessSync(projectRoot, constants.W_OK);
  } catch (error) {
    throw explainFileError(error, projectRoot);
  }
  const { bavail, bsize } = statfsSync(projectRoot);
  if (bavail * bsize >= neededBytes) return;
  throw new SetupError(
    `There is ${(bavail * bsize / 1e9).toFixed(1)} GB free here; setting Balie up takes ${neededBytes / 1e9} GB.`,
    'Free some disk space and run the command again.',
  );
}

/** Installs exactly what the lock file names. */
export async function installDependencies() {
  requirePlace();
  const result = await npm(['ci', '--loglevel=error', ...(await networkArguments())], { cwd: projectRoot });
  if (result.code === 0) return;
  throw explainNpmFailure(result);
}

function explainNpmFailure({ output, error }) {
  if (error?.code === 'ENOENT') {
    return new SetupError('npm was not found.', 'Install Node with npm from https://nodejs.org and run the command again.', error);
  }
  if (/ENOTCACHED|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENETUNREACH/.test(output)) {
    return new SetupError(
      'The npm registry could not be reached, so the packages Balie is built from are not here.',
      'Check the network (and the proxy: `npm config get proxy`) and run the command again.',
      output,
    );
  }
  if (/EACCES|EROFS|EPERM/.test(output)) {
    return new SetupError(
      `npm may not write in ${projectRoot}.`,
      'Copy the project to a folder of your own (for example in your home folder) and run the command there.',
      output,
    );
  }
  if (/ENOSPC/.test(output)) {
    return new SetupError('The disk is full.', 'Free about 2 GB and run the command again.', output);
  }
  return new SetupError(`npm ci failed:\n${tail(output)}`, 'Delete the folder node_modules and run the command again.', output);
}
