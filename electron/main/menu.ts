import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '#shared/domain/settings.ts';
import { mainText } from './texts.ts';

interface MenuActions {
  readonly openSettings: () => void;
  readonly openReadiness: () => void;
  readonly lock: () => void;
  readonly exportLog: () => void;
}

/** The application's menu: hidden behind Alt on Windows and Linux, where every action has its key in the workspace. */
export function installMenu(language: Settings['language'], actions: MenuActions): void {
  const text = mainText(language);
  const file: MenuItemConstructorOptions[] = [
    { label: text.settings, accelerator: 'CmdOrCtrl+,', click: actions.openSettings },
    { label: text.readiness, accelerator: 'CmdOrCtrl+G', click: actions.openReadiness },
    { label: text.lock, accelerator: 'CmdOrCtrl+Shift+L', click: actions.lock },
    { label: text.exportLog, click: actions.exportLog },
    { type: 'separator' },
    { label: text.quit, role: 'quit' },
  ];
  // F11, which it has elsewhere, answers an offer to the customer.
  const fullScreen: MenuItemConstructorOptions = { role: 'togglefullscreen', ...(process.platform === 'darwin' ? {} : { accelerator: 'Shift+F11' }) };
  const view: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, fullScreen];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: text.file, submenu: file },
      { label: text.edit, role: 'editMenu' },
      { label: text.view, submenu: view },
    ]),
  );
}
