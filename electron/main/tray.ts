import { Menu, nativeImage, nativeTheme, Tray, type MenuItemConstructorOptions } from 'electron';
import path from 'node:path';
import type { Call } from '#shared/domain/call.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { trayStateOf, type TrayState } from '#shared/domain/tray-state.ts';
import { mainText } from './texts.ts';
import { trayText } from './tray-texts.ts';

export interface TrayActions {
  show(): void;
  answer(callId: string): void;
  hangUp(callId: string): void;
  setAvailable(): void;
  setNotReady(): void;
  quit(): void;
}

interface TrayIconOptions {
  /** Folder of `<state>-<panel>.png`. */
  readonly icons: string;
  readonly language: () => Settings['language'];
  readonly actions: TrayActions;
  readonly logger: Logger;
}

/** The icon in the panel: the line's state, and the few things one wants without looking for the window. */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  #tray: Tray | null = null;
  #drawn = '';
  #last: MainSnapshot | null = null;

  constructor(options: TrayIconOptions) {
    this.#options = options;
    nativeTheme.on('updated', () => {
      if (this.#last !== null) this.update(this.#last);
    });
  }

  /** Follows the snapshot; the first one makes the icon. */
  update(snapshot: MainSnapshot): void {
    this.#last = snapshot;
    const { language } = this.#options;
    const state = trayStateOf(snapshot);
    const panel = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    const ringing = snapshot.calls.find((call) => call.state === 'ringing');
    const current = snapshot.calls.find(isInHand);
    const key = [state, panel, language(), ringing?.id, current?.id].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const icon = nativeImage.createFromPath(path.join(this.#options.icons, `${state}-${panel}.png`));
    const tray = this.#theTray(icon);
    if (tray === null) return;
    tray.setImage(icon);
    tray.setToolTip(`Balie: ${trayText(language()).states[state]}`);
    tray.setContextMenu(Menu.buildFromTemplate(this.#menu(state, ringing, current)));
  }

  close(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  /** A desktop without a panel for icons is no reason to have no telephone. */
  #theTray(icon: Electron.NativeImage): Tray | null {
    if (this.#tray !== null) return this.#tray;
    try {
      this.#tray = new Tray(icon);
      this.#tray.on('click', () => this.#options.actions.show());
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'there is no place for an icon in the panel');
    }
    return this.#tray;
  }

  #menu(state: TrayState, ringing: Call | undefined, current: Call | undefined): MenuItemConstructorOptions[] {
    const { language, actions } = this.#options;
    const text = trayText(language());
    const calls: MenuItemConstructorOptions[] = [];
    if (ringing !== undefined) calls.push({ label: text.answer, click: () => actions.answer(ringing.id) });
    if (current !== undefined) calls.push({ label: text.hangUp, click: () => actions.hangUp(current.id) });
    if (calls.length > 0) calls.push({ type: 'separator' });
    return [
      { label: text.states[state], enabled: false },
      { label: text.show, click: () => actions.show() },
      { type: 'separator' },
      ...calls,
      { label: text.available, type: 'checkbox', checked: state === 'available', enabled: state === 'not-ready', click: () => actions.setAvailable() },
      { label: text.notReady, enabled: state === 'available' || state === 'on-call', click: () => actions.setNotReady() },
      { type: 'separator' },
      { label: mainText(language()).quit, click: () => actions.quit() },
    ];
  }
}

function isInHand({ state }: Call): boolean {
  return state === 'connected' || state === 'dialling' || state === 'alerting' || state === 'answering';
}
