import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';

const here = import.meta.dirname;

/** Bundles the peer into a folder that Electron can start. */
export async function buildPeer(folder: string): Promise<void> {
  await bundle(folder, { entry: 'main.ts', file: 'main.cjs', format: 'cjs', target: 'node20.18', external: ['electron', 'node:path'] });
  await bundle(folder, { entry: 'page.ts', file: 'page.js', format: 'iife', target: 'chrome130', external: [] });
  copyFileSync(path.join(here, 'index.html'), path.join(folder, 'index.html'));
  // The utility process of `--processes`: nothing but a reason to stay.
  writeFileSync(path.join(folder, 'empty.cjs'), 'setInterval(() => {}, 60_000);\n');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'plain-jssip-page', version: '1.0.0', main: 'main.cjs' }));
}

interface Bundle {
  readonly entry: string;
  readonly file: string;
  readonly format: 'cjs' | 'iife';
  readonly target: string;
  readonly external: string[];
}

async function bundle(outDir: string, { entry, file, format, target, external }: Bundle): Promise<void> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: false, target, minify: true, copyPublicDir: false, rolldownOptions: { input: path.join(here, entry), external, output: { format, entryFileNames: file } } },
  };
  await build(config);
}
