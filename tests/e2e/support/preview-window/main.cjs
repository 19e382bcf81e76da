const { app, BrowserWindow } = require('electron');

/* A window on an address, the last argument: for pages that need nothing of Balie beside them. */
void app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } }).loadURL(process.argv.at(-1)));
