import { app, dialog, type BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Asks the operator where to, and writes one person's data there, for the user alone.
 *
 * @param name the customer's number; only letters, digits and dashes of it reach the file's name.
 * @returns false when they cancelled.
 */
export async function savePersonalData(name: string, text: string, window: BrowserWindow | null): Promise<boolean> {
  const options = { defaultPath: path.join(app.getPath('documents'), `balie-${name.replaceAll(/[^A-Za-z0-9-]/g, '')}.json`), filters: [{ name: 'JSON', extensions: ['json'] }] };
  const { filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (filePath === '') return false;
  await writeFile(filePath, text, { mode: 0o600 });
  return true;
}
