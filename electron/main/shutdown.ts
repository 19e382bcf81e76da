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
  let stopping = false;

  function confirmed(): boolean {
    if (!options.inCall()) return true;
    const text = mainText(options.language());
    const question = { type: 'warning' as const, message: text.quitDuringCall, detail: text.quitDuringCallDetail, buttons: [text.stay, text.hangUpAndQuit], defaultId: 0, cancelId: 0 };
    const window = options.window();
    return (window === null ? dialog.showMessageBoxSync(question) : dialog.showMessageBoxSync(window, question)) === 1;
  }

  async function stop(): Promise<void> {
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs));
    await Promise.race([options.stop().catch((error: unknown) => options.logger.error({ err: error }, 'the application did not end in order')), deadline]);
    app.exit(0);
  }

  app.on('before-quit', (event) => {
    event.preventDefault();
    if (stopping || !confirmed()) return;
    stopping = true;
    void stop();
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop();
    });
  }
}
