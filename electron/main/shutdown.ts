import { app, dialog, type BrowserWindow } from 'electron';
import type { Logger } from '#shared/domain/logger.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { mainText } from './texts.ts';

interface ShutdownOptions {
  readonly window: () => BrowserWindow | null;
  readonly inCall: () => boolean;
  readonly language: () => Settings['language'];
  /** Ends everything in order: calls, registration, store, windows. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
}

const deadlineMs = 5_000;

/** Quitting during a call asks first; then everything ends in order, within five seconds. */
export function installShutdown(options: ShutdownOptions): void {
  let asking = false;
  let stopping = false;

  /** Asked so that main goes on meanwhile: while it waits for an answer it hears no hang-up, keeps no session and no registration. */
  async function confirmed(): Promise<boolean> {
    if (!options.inCall()) return true;
    const text = mainText(options.language());
    const question = { type: 'warning' as const, message: text.quitDuringCall, detail: text.quitDuringCallDetail, buttons: [text.stay, text.hangUpAndQuit], defaultId: 0, cancelId: 0 };
    const window = options.window();
    const { response } = await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question));
    return response === 1;
  }

  async function quit(): Promise<void> {
    if (asking || stopping) return;
    asking = true;
    try {
      if (!(await confirmed())) return;
    } finally {
      asking = false;
    }
    await stop();
  }

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs));
    await Promise.race([options.stop().catch((error: unknown) => options.logger.error({ err: error }, 'the application did not end in order')), deadline]);
    app.exit(0);
  }

  app.on('before-quit', (event) => {
    event.preventDefault();
    quit().catch((error: unknown) => options.logger.error({ err: error }, 'nobody could be asked whether to quit'));
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop());
  }
}
