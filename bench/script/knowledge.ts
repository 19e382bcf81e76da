import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Result } from '../report/figures.ts';
import { judgeBy } from '../report/limited.ts';
import { builtStore, runHost } from '../store/scale/run-host.ts';

/** What the bench tells its Electron. */
export interface KnowledgeOptions {
  readonly count: number;
  readonly keystrokes: number;
  readonly folder: string;
  readonly store: string;
  readonly answer: string;
}

/** Times in milliseconds where nothing else is said. */
export interface KnowledgeSamples {
  readonly fillSeconds: number;
  readonly searched: readonly number[];
  /** With the sources of a step. */
  readonly narrowed: readonly number[];
}

interface MeasureOptions {
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

/** Looking things up in so many articles, in Electron's store process as it is built, over a workspace's port, key by key. */
export async function measureKnowledge({ quick, say }: MeasureOptions): Promise<readonly Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-bench-knowledge-'));
  const count = quick ? 10_000 : 50_000;
  try {
    say(`knowledge: ${count} articles come in`);
    const options = { count, keystrokes: quick ? 1_000 : 4_000, folder, store: builtStore, answer: path.join(folder, 'answer.json') };
    const { fillSeconds, searched, narrowed } = await runHost<KnowledgeOptions, KnowledgeSamples>([path.join(import.meta.dirname, 'knowledge-host.ts')], options);
    const figure = (name: string, of: 'p95' | 'worst', most: number, values: readonly number[]): Result => judgeBy({ name, unit: 'ms', limit: { of, most, bracket: null } }, values);
    return [
      judgeBy({ name: `first fill of ${count} articles to searchable`, unit: 's', limit: { of: 'median', most: 60, bracket: null } }, [fillSeconds]),
      figure(`knowledge search, ${searched.length} keystrokes, over the port`, 'p95', 10, searched),
      figure('the same, worst', 'worst', 40, searched),
      figure('knowledge search in the sources of a step', 'p95', 10, narrowed),
      figure('the same, worst', 'worst', 40, narrowed),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
