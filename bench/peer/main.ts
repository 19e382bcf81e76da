import { app, BrowserWindow } from 'electron';
import path from 'node:path';

/*
 * The peer: the least an Electron softphone can be. One window, one page, JsSIP in it; the window as large as the workspace, whose
 * pixels take memory in any application. It is bundled by
 * build.ts and started like Balie, with the same switches.
 */
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false } });
  void window.loadFile(path.join(app.getAppPath(), 'index.html'), { search: app.commandLine.getSwitchValue('account') });
});
