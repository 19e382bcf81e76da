import { app, dialog, type BrowserWindow } from 'electron';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isoNow } from '#shared/domain/clock.ts';

/**
 * Asks the operator where to, and writes the log there.
 *
 * @returns the file; null when they cancelled.
 */
export async function exportLogWithDialog(folder: string, window: BrowserWindow | null): Promise<string | null> {
  const options = { defaultPath: path.join(app.getPath('documents'), `balie-log-${isoNow().slice(0, 10)}.gz`) };
  const { filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (filePath === '') return null;
  await writeLogs(folder, filePath);
  return filePath;
}

/** Joins every log file of the folder, oldest first, into one gzip file. The lines are redacted already when they are written. */
async function writeLogs(folder: string, target: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.log(\.\d+)?$/.test(name)).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const parts = await Promise.all(names.map(async (name) => `# ${name}\n${await readFile(path.join(folder, name), 'utf8')}\n`));
  await writeFile(target, gzipSync(parts.join('')));
}
