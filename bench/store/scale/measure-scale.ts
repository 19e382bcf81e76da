import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeBy, type LimitedFigure } from '../../report/limited.ts';
import type { Result } from '../../report/figures.ts';
import { builtStore, runHost } from './run-host.ts';
import type { ScaleOptions, ScaleSamples } from './samples.ts';

const programs = ['host', 'inside'].map((name) => path.join(import.meta.dirname, `${name}.ts`));

interface MeasureOptions {
  readonly count: number;
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

/** The store with so many customers, in Electron's store process as it is built, asked over a message port. */
export async function measureScale({ count, quick, say }: MeasureOptions): Promise<readonly Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-bench-scale-'));
  try {
    say(`store: ${count} customers come in`);
    const samples = await runHost<ScaleOptions, ScaleSamples>(programs, { count, quick, folder, store: builtStore, answer: path.join(folder, 'answer.json') });
    return figuresOf(samples, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Limits of the issue, with what the prototype measured on such a machine in brackets. */
function figuresOf(samples: ScaleSamples, count: number): readonly Result[] {
  const millions = count / 1e6;
  const figure = (name: string, unit: string, limit: LimitedFigure['limit'], values: readonly number[]): Result => judgeBy({ name, unit, limit }, values);
  return [
    figure(`first fill of ${count} customers to searchable`, 's', { of: 'median', most: 45 * millions, bracket: `${22 * millions}` }, [samples.fillSeconds]),
    figure('the same, processor time of the store process', 's', { of: 'median', most: 45 * millions, bracket: `${22 * millions}` }, [samples.fillCpuSeconds]),
    figure('search while it fills', 'ms', { of: 'p95', most: 25, bracket: null }, samples.searchedWhileFilling),
    figure('customers found who have come in, while it fills', '%', { of: 'median', least: 100, bracket: null }, [samples.foundWhileFilling * 100]),
    figure('callers by number, in the store', 'us', { of: 'p95', most: 60, bracket: '25' }, inMicroseconds(samples.looked)),
    figure('callers by number, over the port', 'ms', { of: 'p95', most: 1, bracket: '0.5' }, samples.lookedOverPort),
    figure(`search as you type, ${samples.searched.length} keystrokes, over the port`, 'ms', { of: 'p95', most: 6, bracket: '3.8' }, samples.searched),
    figure('the same, worst', 'ms', { of: 'worst', most: 25, bracket: '20' }, samples.searched),
    ...Object.entries(samples.whole).map(([kind, share]) => figure(`${kind}: the customer is in the first 20`, '%', { of: 'median', least: 95, bracket: null }, [share])),
    ...Object.entries(samples.mistyped).map(([kind, share]) => figure(`name and address with one letter ${kind}, the same`, '%', { of: 'median', least: 95, bracket: '99.8' }, [share])),
    figure('journal write, in the store, on disk', 'us', { of: 'p95', most: 300, bracket: '195' }, inMicroseconds(samples.written)),
    figure('journal write, over the port', 'us', { of: 'p95', most: 1_000, bracket: null }, inMicroseconds(samples.writtenOverPort)),
    figure(`search while 10,000 changes are applied (${samples.deltaSeconds.toFixed(1)} s)`, 'ms', { of: 'p95', most: 6, bracket: '0.5' }, samples.searchedDuringDelta),
    figure('the same, worst', 'ms', { of: 'worst', most: 16, bracket: '8' }, samples.searchedDuringDelta),
    figure('memory of the store process (PSS)', 'MB', { of: 'median', most: 150, bracket: '100' }, [samples.memory]),
  ];
}

function inMicroseconds(milliseconds: readonly number[]): number[] {
  return milliseconds.map((value) => value * 1000);
}
