import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { electronExecutable, projectRoot } from '../../process/electron-app.ts';
import { buildPrograms } from './build.ts';

/** The store process as it is built. */
export const builtStore = path.join(projectRoot, 'out/main/store.cjs');

interface HostOptions {
  /** Where its database is made. */
  readonly folder: string;
  /** The file in which it leaves its answer, as JSON. */
  readonly answer: string;
}

/** Runs a program of the bench as Electron's main process. @returns what it left. */
export async function runHost<O extends HostOptions, A>(programs: readonly string[], options: O): Promise<A> {
  const host = await buildPrograms(programs);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', electronExecutable(), host, ...asRoot, `--user-data-dir=${options.folder}`, `--scale=${JSON.stringify(options)}`], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The bench's Electron ended with ${code}`);
  return JSON.parse(readFileSync(options.answer, 'utf8')) as A;
}
