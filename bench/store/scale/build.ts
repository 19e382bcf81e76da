import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../process/electron-app.ts';

/** Inside the project, so that SQLite is found beside it. */
const outDir = path.join(projectRoot, 'out', 'bench');

/** Bundles the bench's Electron programs. @returns the folder that Electron starts. */
export async function buildScale(): Promise<string> {
  for (const name of ['host', 'inside']) {
    await build({
      configFile: false,
      root: projectRoot,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: path.join(import.meta.dirname, `${name}.ts`),
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node20.18',
        rolldownOptions: { external: ['electron', 'better-sqlite3'], output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false } },
      },
    });
  }
  // The fallback Electron starts folders only.
  writeFileSync(path.join(outDir, 'package.json'), JSON.stringify({ name: 'balie-bench-store', version: '1.0.0', main: 'host.cjs' }));
  return outDir;
}
