import { app, dialog, type BrowserWindow } from 'electron';

/** Asks the operator for a file; the only way to a path there is. @returns null when they cancelled. */
export async function askWhichFile(window: BrowserWindow | null, extension: string): Promise<string | null> {
  const options = { defaultPath: app.getPath('documents'), properties: ['openFile' as const], filters: [{ name: extension.toUpperCase(), extensions: [extension] }] };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
