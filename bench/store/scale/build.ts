import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../process/electron-app.ts';

/** Inside the project, so that SQLite is found beside it. */
const outDir = path.join(projectRoot, 'out', 'bench');

/** Bundles Electron programs of the bench; the first is where Electron begins. @returns the folder that it starts. */
export async function buildPrograms(programs: readonly string[]): Promise<string> {
  const names = programs.map((program) => path.basename(program, '.ts'));
  for (const [index, program] of programs.entries()) {
    await build({
      configFile: false,
      root: projectRoot,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: program,
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node20.18',
        rolldownOptions: { external: ['electron', 'better-sqlite3'], output: { format: 'cjs', entryFileNames: `${names[index]}.cjs`, codeSplitting: false } },
      },
    });
  }
  // The fallback Electron starts folders only.
  writeFileSync(path.join(outDir, 'package.json'), JSON.stringify({ name: 'balie-bench-store', version: '1.0.0', main: `${names[0]}.cjs` }));
  return outDir;
}
