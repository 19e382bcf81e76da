/**
 * The program an Electron runs when it is given none of its own. Electron's releases carry one (`default_app.asar`); the
 * fallback has none, so this small one does the same job: run the app folder named by the first argument that is not a flag.
 */
const main = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const args = process.argv.slice(1);
let folder;
for (let index = 0; index < args.length && folder === undefined; index += 1) {
  if (args[index] === '-r' || args[index] === '--require') {
    require(resolve(args[index + 1]));
    index += 1;
  } else if (!args[index].startsWith('-')) {
    folder = resolve(args[index]);
  }
}
if (folder === undefined) {
  console.error('Name the folder of an app: electron <folder>');
  app.exit(1);
} else {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  if (manifest.version) app.setVersion(manifest.version);
  app.setName(manifest.productName || manifest.name);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  const entry = join(folder, manifest.main || 'index.js');
  // A CommonJS app must have run its first lines before Electron is ready: schemes are registered there.
  if (entry.endsWith('.cjs')) {
    require(entry);
  } else {
    import(pathToFileURL(entry).href).catch((error) => {
      console.error('The app could not be started:', error);
      app.exit(1);
    });
  }
}
`;

export const loaderFiles = {
  'package.json': JSON.stringify({ name: 'electron-loader', main: 'main.js' }),
  'main.js': main,
};
