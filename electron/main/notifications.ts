import { Notification, type BrowserWindow } from 'electron';
import type { Call } from '#shared/domain/call.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { mainText } from './texts.ts';

interface CallNotifierOptions {
  readonly window: () => BrowserWindow | null;
  readonly language: () => Settings['language'];
  /** Brings the window to the front, wherever it is. */
  readonly reveal: () => void;
  /** The operator clicked. */
  readonly onReveal: (callId: string) => void;
}

/**
 * Tells of a ringing call while the workspace is not in front. A click brings it there; nothing here
 * ever takes the focus by itself.
 */
export class CallNotifier {
  readonly #options: CallNotifierOptions;
  readonly #shown = new Map<string, Notification>();

  constructor(options: CallNotifierOptions) {
    this.#options = options;
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    const ringing = new Map(calls.filter((call) => call.state === 'ringing').map((call) => [call.id, call]));
    for (const [id, notification] of this.#shown) {
      if (ringing.has(id)) continue;
      notification.close();
      this.#shown.delete(id);
      // What flashes for a call that nobody took flashes for nothing.
      if (this.#shown.size === 0) this.#options.window()?.flashFrame(false);
    }
    for (const [id, call] of ringing) if (!this.#shown.has(id)) this.#show(id, call);
  }

  #show(id: string, call: Call): void {
    const window = this.#options.window();
    if (window === null || window.isFocused() || !Notification.isSupported()) return;
    const text = mainText(this.#options.language());
    const who = call.party.displayName ?? call.party.number ?? call.party.raw;
    const notification = new Notification({ title: text.incomingCall, body: who === '' ? text.unknownNumber : who, urgency: 'critical', silent: true });
    notification.on('click', () => {
      this.#options.reveal();
      this.#options.onReveal(id);
    });
    notification.show();
    window.flashFrame(true);
    this.#shown.set(id, notification);
  }
}
