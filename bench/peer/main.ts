import { app, BrowserWindow, utilityProcess } from 'electron';
import path from 'node:path';

/*
 * The peer: the least an Electron softphone can be. One window, one page, JsSIP in it; the window as large as the workspace, whose
 * pixels take memory in any application. It is bundled by
 * build.ts and started like Balie, with the same switches. With `--processes` it also has, empty, the two processes that Balie
 * has besides: a hidden page (its sound) and a utility process (its store). What those take is taken before a line of Balie runs.
 */
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false };
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences });
  void window.loadFile(path.join(app.getAppPath(), 'index.html'), { search: app.commandLine.getSwitchValue('account') });
  if (!app.commandLine.hasSwitch('processes')) return;
  // From another origin, or both pages would share one process.
  void new BrowserWindow({ show: false, webPreferences }).loadURL('data:text/html,<title>empty</title>');
  utilityProcess.fork(path.join(app.getAppPath(), 'empty.cjs'));
});
