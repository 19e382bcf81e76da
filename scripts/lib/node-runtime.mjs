import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** The oldest Node on which the set-up itself runs. */
const oldestForSetup = [20, 19];
/** The oldest Node that runs TypeScript files as they are (tests, central, practice). */
const oldestForTools = [22, 18];

function atLeast(version, [major, minor]) {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

export function requireSetupNode() {
  if (atLeast(process.versions.node, oldestForSetup)) return;
  throw new SetupError(
    `This is Node ${process.versions.node}; Balie needs Node ${oldestForSetup.join('.')} or newer.`,
    'Install a current Node from https://nodejs.org (the LTS version) and run the command again.',
  );
}

/**
 * The Node that runs the project's tools: the pinned one from node_modules where its platform has one,
 * else the one running now if it is new enough.
 * @returns {string} path of the executable
 */
export function toolNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(
    projectRoot,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    executable,
  );
  if (existsSync(pinned)) return pinned;
  if (atLeast(process.versions.node, oldestForTools)) return process.execPath;
  throw new SetupError(
    `This is Node ${process.versions.node}, and npm has no pinned newer one for ${process.platform} ${process.arch}.`,
    `Install Node ${oldestForTools.join('.')} or newer from https://nodejs.org and run the command again.`,
  );
}

/** An environment in which `node` and the project's command-line tools are found first. */
export function toolEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [dirname(toolNode()), join(projectRoot, 'node_modules', '.bin'), process.env[pathKey] ?? ''];
  return { ...process.env, [pathKey]: folders.join(separator), ...extra };
}
