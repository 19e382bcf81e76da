import { app, dialog, type BrowserWindow } from 'electron';
import path from 'node:path';
import type { WhereTo } from './office-link.ts';

/** Asks the operator where to; the only way to a path there is. @returns null when they cancelled. */
export async function askWhereTo(window: BrowserWindow | null, { name, extension }: Parameters<WhereTo>[0]): ReturnType<WhereTo> {
  // The name comes from a page, and may be anything.
  // What no system allows in a name of a file, and what would lead elsewhere.
  const safe = name.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replace(/^[.\s]+/, '').replaceAll(/\s+/g, ' ').slice(0, 80).trim();
  const options = { defaultPath: path.join(app.getPath('documents'), `${safe === '' ? 'Balie' : safe}.${extension}`), filters: [{ name: extension.toUpperCase(), extensions: [extension] }] };
  const { filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  return filePath === '' ? null : filePath;
}
