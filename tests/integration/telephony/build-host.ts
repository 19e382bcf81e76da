import { join } from 'node:path';
import { inject } from 'vitest';
import { buildHostIn } from './build-host-in.ts';

/** Builds the host with the real audio window, once for all files of a run. @returns the folder with `main.cjs`. */
export async function buildHost(): Promise<string> {
  const outDir = join(inject('builds'), 'telephony-host');
  await buildHostIn(outDir);
  return outDir;
}
