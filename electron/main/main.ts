import { app } from 'electron';
import path from 'node:path';
import { systemClock } from '#shared/domain/clock.ts';
import { createFileLogger } from '../logging/file-logger.ts';
import { CollectAtRest, thisProcess } from '../memory/collect-at-rest.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { Application } from './application.ts';
import { withoutDialogGraphics } from './dialog-graphics.ts';
import { exportRecordingsAndQuit } from './recordings.ts';
import { listenForLinks } from './links.ts';
import { registerRendererScheme, serveRenderer } from './renderer-scheme.ts';
import { installSecurity } from './security.ts';
import { installShutdown } from './shutdown.ts';

const out = path.join(app.getAppPath(), 'out');
const userData = app.getPath('userData');
const logs = path.join(userData, 'logs');
const logger = createFileLogger(logs, 'main');

let application: Application | null = null;

// Electron would show a dialog and wait for a click, also where nobody can see it.
function onDefect(error: unknown): void {
  logger.error({ err: error }, 'an uncaught defect in main');
  // A call that is up outlives a defect beside it; without one a fresh start is safer.
  if (application?.inCall !== true) app.exit(1);
}
process.on('uncaughtException', onDefect);
process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a promise was rejected and nobody listened'));

function start(): void {
  // The audio window is hidden, and must go on at full speed.
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.commandLine.appendSwitch('disable-background-timer-throttling');
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  // A list of sound devices asks for cameras too, and that alone would keep a process for them.
  app.commandLine.appendSwitch('enable-features', 'RunVideoCaptureServiceInBrowserProcess');
  const withGraphics = withoutDialogGraphics(process.env);
  // Between two calls the pages make garbage that V8 would let lie: small nurseries, and code for size (docs/decisions/0021, 0044).
  // The audio window asks for a collection when its connections are closed; what was compiled is kept for the next call (0052).
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=2 --optimize-for-size --expose-gc --no-flush-bytecode');
  // Chromium's own texts and date fields speak the operator's language, whatever the system's is.
  const settings = new SettingsStore(userData);
  // Windows shows notifications of a program that is known by the name of its shortcut (electron-builder.yml), and no other.
  app.setAppUserModelId('be.balie.desk');
  app.commandLine.appendSwitch('lang', settings.get().language);
  registerRendererScheme();
  const openLinks = listenForLinks({ onLink: (link) => application?.openLink(link), onSecondStart: () => application?.reveal(), logger });
  void app.whenReady().then(() => {
    withGraphics();
    const prepareWindows = () => {
      installSecurity(logger);
      serveRenderer(path.join(out, 'renderer'));
    };
    const running = new Application({ out, userData, logs, prepareWindows }, settings, logger);
    application = running;
    installShutdown({ window: () => running.window, inCall: () => running.inCall, language: () => running.language, stop: () => running.stop(), logger });
    const enrolment = app.commandLine.getSwitchValue('enrol');
    running.start(enrolment === '' ? null : path.resolve(enrolment));
    openLinks();
    new CollectAtRest(systemClock, thisProcess());
    logger.info({ version: app.getVersion(), electron: process.versions.electron, platform: process.platform }, 'started');
  });
}

const exportTo = app.commandLine.getSwitchValue('export-recordings');
if (exportTo !== '') void app.whenReady().then(() => exportRecordingsAndQuit(userData, path.resolve(exportTo)));
else if (app.requestSingleInstanceLock()) start();
else app.quit();
