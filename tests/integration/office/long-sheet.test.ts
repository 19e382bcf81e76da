import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { exportFormats } from '#shared/domain/office.ts';

/** Enough that a writer that holds them is told from one that does not; `LINES` for more. */
const lines = Number(process.env['LINES'] ?? 50_000);
const megabyte = 1_000_000;
/** What the lines that passed since the first look may have left behind, all of them together. */
const heldMore = 2 * megabyte;
/** What the process may take of the machine, garbage that is not collected yet included: 243 MB was measured of 200,000 lines, 295 of 600,000. */
const mostOfMachine = 400 * megabyte;

interface Written {
  /** Characters that went through. */
  readonly passed: number;
  /** Ten looks, one each tenth of the lines. */
  readonly seen: readonly { readonly held: number; readonly rss: number }[];
}

async function write(format: string): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-sheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, `list.${format}`);
  const child = fileURLToPath(new URL('support/long-sheet.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, '--path', path, '--format', format, '--lines', String(lines)]);
  expect(statSync(path).size).toBeGreaterThan(lines * 20);
  return JSON.parse(stdout) as Written;
}

it.each(exportFormats)('a list of tens of thousands of lines as %s is written in a process that holds none of them', async (format) => {
  const { passed, seen } = await write(format);
  const [first] = seen;
  expect(seen).toHaveLength(10);
  // What passed is ten times what may be held: a writer that keeps it, or texts that came once, is over by far.
  expect(passed).toBeGreaterThan(10 * heldMore);
  expect(Math.max(...seen.map(({ held }) => held)) - first!.held).toBeLessThan(heldMore);
  expect(Math.max(...seen.map(({ rss }) => rss))).toBeLessThan(mostOfMachine);
}, 120_000);
