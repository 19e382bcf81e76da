import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what is built once for all files of a run. */
    readonly builds: string;
  }
}

export function setup({ provide }: TestProject): () => void {
  const builds = mkdtempSync(join(tmpdir(), 'balie-builds-'));
  provide('builds', builds);
  return () => rmSync(builds, { recursive: true, force: true });
}
