import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function node(entry: string, file: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(root, entry), outDir, emptyOutDir: false, target: 'node20.18', rolldownOptions: { external: ['electron', 'bufferutil', 'utf-8-validate'], output: { format: 'cjs', entryFileNames: file, codeSplitting: false } } },
  };
}

/** Builds the host with the real audio window, unless it is there. */
export async function buildHostIn(outDir: string): Promise<void> {
  if (existsSync(join(outDir, 'renderer'))) return;
  await build(node('tests/integration/telephony/host-main.ts', 'main.cjs', outDir));
  await build(node('electron/preload/audio.ts', 'preload.cjs', outDir));
  // The last one: what is there is whole.
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    logLevel: 'error',
    build: { outDir: join(outDir, 'renderer'), emptyOutDir: false, target: 'chrome130', rolldownOptions: { input: join(root, 'renderer/audio/index.html') } },
  });
}
