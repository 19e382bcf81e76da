import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toolEnvironment, toolNode } from '../lib/node-runtime.mjs';
import { localCache, projectRoot, userCache } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { SetupError } from '../lib/setup-error.mjs';

/** The package's own binaries need Node-API 10, which Electron has from this version on. */
const firstElectronWithNodeApi10 = 36;

const modules = join(projectRoot, 'node_modules');
const packageFolder = join(modules, 'better-sqlite3');

/**
 * Without NAPI_EXPERIMENTAL the addon aborts at the first garbage collection in Electron 33, with NAPI_VERSION=9 on load
 * (docs/decisions/0004). The result also runs on Node 20 to 24.
 */
const compilerFlags = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** The file that `import Database from 'better-sqlite3'` loads on this platform. */
function bindingFile() {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return join(packageFolder, 'prebuilds', `${musl ? 'linuxmusl' : process.platform}-${process.arch}.node`);
}

const shippedCopy = join(localCache, 'better-sqlite3-shipped.node');

function fingerprint(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/** One cached binary per package version, platform, compiler flags and headers. */
function cachedBinary() {
  const { name, version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const glibc = process.report.getReport().header.glibcVersionRuntime ?? 'none';
  const key = createHash('sha256').update([name, version, compilerFlags, process.version, glibc].join('|')).digest('hex').slice(0, 12);
  return join(userCache(), 'sqlite', `${name}-${version}-${process.platform}-${process.arch}-${key}.node`);
}

/** Replaces a file in one move, so that a process that has it loaded keeps the old one. */
function replaceFile(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}`;
  copyFileSync(source, temporary);
  renameSync(temporary, target);
}

/**
 * Makes `import Database from 'better-sqlite3'` work in the given Electron and in Node, with no special code in the product.
 * @param {string} electronVersion
 * @param {(line: string) => void} say
 * @returns {Promise<string>} what was done, for the step line
 */
export async function prepareSqlite(electronVersion, say) {
  const binding = bindingFile();
  if (Number.parseInt(electronVersion, 10) >= firstElectronWithNodeApi10) return restoreShipped(binding);
  const cached = cachedBinary();
  const fromCache = existsSync(cached);
  if (!fromCache) await compile(cached, say);
  if (fingerprint(binding) === fingerprint(cached)) return 'already made for this Electron';
  replaceFile(binding, shippedCopy);
  replaceFile(cached, binding);
  return fromCache ? 'made for this Electron earlier, taken from the cache' : 'compiled for this Electron';
}

function restoreShipped(binding) {
  if (existsSync(shippedCopy) && fingerprint(shippedCopy) !== fingerprint(binding)) replaceFile(shippedCopy, binding);
  return 'the binary of the package fits';
}

async function compile(target, say) {
  await requireCompiler();
  say(`compiling SQLite for this Electron, once, about a minute (kept in ${dirname(target)})`);
  // A copy, because node-gyp writes beside the sources and tests may have the package open.
  const work = mkdtempSync(join(tmpdir(), 'balie-sqlite-'));
  try {
    const source = join(work, 'node_modules', 'better-sqlite3');
    cpSync(packageFolder, source, { recursive: true });
    symlinkSync(join(modules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), 'junction');
    // node-gyp takes an npm_config_ variable above its command line, so the headers' folder is named there.
    const env = toolEnvironment({ CXXFLAGS: compilerFlags, npm_config_nodedir: headersFolder() });
    const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
    const result = await run(toolNode(), [nodeGyp, 'rebuild', '--release', '--force_build=1'], { cwd: source, env });
    if (result.code !== 0) {
      throw new SetupError(
        `SQLite could not be compiled:\n${tail(result.output)}`,
        'Install a C++ compiler (Debian: apt-get install python3 make g++) and run the command again.',
        result.output,
      );
    }
    replaceFile(join(source, 'build', 'Release', 'better_sqlite3.node'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Node's C headers: the pinned Node carries its own, so nothing is downloaded. */
function headersFolder() {
  const candidates = [dirname(dirname(toolNode())), dirname(dirname(process.execPath))];
  const found = candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
  if (found) return found;
  throw new SetupError("Node's C headers are not on this machine.", 'Install Node from https://nodejs.org, whose archive carries them, and run the command again.');
}

async function requireCompiler() {
  const missing = [];
  for (const tool of ['python3', 'make', 'g++']) {
    const result = await run(tool, ['--version']);
    if (result.code !== 0) missing.push(tool);
  }
  if (missing.length === 0) return;
  throw new SetupError(
    `This Electron needs SQLite compiled for it, and ${missing.join(', ')} is not on this machine.`,
    `Install it (Debian: sudo apt-get install ${missing.join(' ')}) and run the command again.`,
  );
}
