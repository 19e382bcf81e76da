import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from './paths.mjs';

/** What the build is made from. */
const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'package.json', 'tsconfig.base.json'];
const products = ['out/main/main.cjs', 'out/main/store.cjs', 'out/preload/workspace.cjs', 'out/preload/audio.cjs', 'out/renderer/workspace/index.html', 'out/renderer/audio/index.html'];
const stampFile = join(projectRoot, 'out', 'sources.sha256');

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) yield* filesUnder(join(path, name));
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(join(projectRoot, source))) {
      hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether out/ was built from the sources as they are now: by content, so that a checkout or a touch rebuilds nothing. */
export function buildIsCurrent() {
  if (!products.every((file) => existsSync(join(projectRoot, file))) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === fingerprint();
}

/** Remembers the sources that out/ was just built from. Take the fingerprint before building: files may change meanwhile. */
export function takeStamp() {
  const taken = fingerprint();
  return () => {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, taken);
  };
}
