import { BrowserWindow, nativeTheme } from 'electron';
import type { Logger } from '#shared/domain/logger.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { pageUrl } from './renderer-scheme.ts';

interface WorkspaceWindowOptions {
  readonly preload: string;
  readonly settings: Settings;
  readonly logger: Logger;
  /** The page has (re)loaded and wants its ports. */
  readonly onLoaded: (window: BrowserWindow) => void;
}

/** Opens the workspace. A crashed page is reloaded by itself: the calls go on meanwhile. */
export function openWorkspaceWindow({ preload, settings, logger, onLoaded }: WorkspaceWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Balie',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f161c' : '#f4f5f7',
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: true, zoomFactor: settings.textScale, backgroundThrottling: false },
  });
  const { webContents } = window;
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.on('did-finish-load', () => onLoaded(window));
  webContents.on('render-process-gone', (_event, details) => {
    logger.error({ reason: details.reason, exitCode: details.exitCode }, 'the workspace has gone; it is loaded again');
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) webContents.reload();
  });
  webContents.on('unresponsive', () => logger.warn({}, 'the workspace does not respond'));
  void window.loadURL(pageUrl('workspace')).catch((error: unknown) => logger.error({ err: error }, 'the workspace could not be loaded'));
  return window;
}
