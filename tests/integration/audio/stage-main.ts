import { app, BrowserWindow } from 'electron';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { silentLogger } from '#shared/domain/logger.ts';
import { pageUrl, registerRendererScheme, serveRenderer } from '../../../electron/main/renderer-scheme.ts';
import { installSecurity } from '../../../electron/main/security.ts';

/* Opens the stage and plays the calls of a test on it: one JSON document a line, in and out. */

function tell(message: unknown): void {
  process.stdout.write(`@stage ${JSON.stringify(message)}\n`);
}

process.stdout.on('error', () => process.exit(1));
process.on('uncaughtException', (error) => tell({ defect: String(error.stack) }));
registerRendererScheme();

void app.whenReady().then(async () => {
  installSecurity(silentLogger);
  serveRenderer(path.join(import.meta.dirname, 'renderer'));
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required' } });
  window.webContents.on('console-message', (event) => tell({ console: (event as unknown as { message?: string }).message ?? '' }));
  await window.loadURL(pageUrl('audio'));
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, name, args } = JSON.parse(line) as { id: number; name: string; args: unknown[] };
    if (name === 'quit') app.exit(0);
    window.webContents.executeJavaScript(`Promise.resolve(stage[${JSON.stringify(name)}](...${JSON.stringify(args)}))`).then(
      (value: unknown) => tell({ id, value: value ?? null }),
      (error: unknown) => tell({ id, error: String(error) }),
    );
  });
  tell({ ready: true });
});
