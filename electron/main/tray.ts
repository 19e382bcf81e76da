import { Menu, nativeImage, nativeTheme, Tray, type MenuItemConstructorOptions } from 'electron';
import path from 'node:path';
import { isLive, type Call } from '#shared/domain/call.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
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
  lock(): void;
  quit(): void;
}

interface TrayIconOptions {
  /** Folder of `<state>-<panel>.png`. */
  readonly icons: string;
  readonly language: () => Settings['language'];
  readonly actions: TrayActions;
  readonly clock: Clock;
  readonly logger: Logger;
}

const availableId = 'available';
/** An icon that is there for less than this is not read. */
const iconEveryMs = 1_000;

/**
 * The icon in the panel: the line's state, and the few things one wants without looking for the window. There are few icons and few
 * menus, and each is made once: a menu made anew for every call stays in Chromium, some 30 KB of it. So does each setting of
 * an icon, also of the same one, 10 KB of it (Electron 33 on Linux): it is set when it is another, and not for one that passes.
 */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  readonly #icons = new Map<string, Electron.NativeImage>();
  readonly #menus = new Map<string, Menu>();
  #tray: Tray | null = null;
  #shown: Electron.NativeImage | null = null;
  #wanted: Electron.NativeImage | null = null;
  #setAt = Number.NEGATIVE_INFINITY;
  #setting: Scheduled | null = null;
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
    const offers = { answer: snapshot.calls.some(isRinging), hangUp: snapshot.calls.some(isInHand) };
    const canLock = snapshot.session.state === 'signed-in' && (snapshot.lock ?? null) === null && !snapshot.calls.some(isLive);
    const key = [state, panel, language(), offers.answer, offers.hangUp, canLock].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const icon = kept(this.#icons, `${state}-${panel}`, (name) => nativeImage.createFromPath(path.join(this.#options.icons, `${name}.png`)));
    const tray = this.#theTray(icon);
    if (tray === null) return;
    this.#want(icon);
    tray.setToolTip(`Balie: ${trayText(language()).states[state]}`);
    const menu = kept(this.#menus, key, () => Menu.buildFromTemplate(this.#menu(state, offers, canLock)));
    // A click ticks the item by itself, whatever becomes of it, and this menu may be shown again.
    const available = menu.getMenuItemById(availableId);
    if (available !== null) available.checked = state === 'available';
    tray.setContextMenu(menu);
  }

  close(): void {
    this.#setting?.cancel();
    this.#tray?.destroy();
    this.#tray = null;
  }

  #want(icon: Electron.NativeImage): void {
    this.#wanted = icon;
    const { clock } = this.#options;
    this.#setting ??= clock.schedule(Math.max(0, this.#setAt + iconEveryMs - clock.monotonic()), () => this.#setIcon());
  }

  #setIcon(): void {
    this.#setting = null;
    if (this.#wanted === null || this.#wanted === this.#shown) return;
    this.#setAt = this.#options.clock.monotonic();
    this.#shown = this.#wanted;
    this.#tray?.setImage(this.#wanted);
  }

  /** A desktop without a panel for icons is no reason to have no telephone. */
  #theTray(icon: Electron.NativeImage): Tray | null {
    if (this.#tray !== null) return this.#tray;
    try {
      this.#tray = new Tray(icon);
      this.#shown = icon;
      this.#tray.on('click', () => this.#options.actions.show());
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'there is no place for an icon in the panel');
    }
    return this.#tray;
  }

  /** Which call is meant is looked up at the click. */
  #onCall(is: (call: Call) => boolean, act: (callId: string) => void): void {
    const call = this.#last?.calls.find(is);
    if (call !== undefined) act(call.id);
  }

  #menu(state: TrayState, offers: { readonly answer: boolean; readonly hangUp: boolean }, canLock: boolean): MenuItemConstructorOptions[] {
    const { language, actions } = this.#options;
    const text = trayText(language());
    const calls: MenuItemConstructorOptions[] = [];
    if (offers.answer) calls.push({ label: text.answer, click: () => this.#onCall(isRinging, (callId) => actions.answer(callId)) });
    if (offers.hangUp) calls.push({ label: text.hangUp, click: () => this.#onCall(isInHand, (callId) => actions.hangUp(callId)) });
    if (calls.length > 0) calls.push({ type: 'separator' });
    return [
      { label: text.states[state], enabled: false },
      { label: text.show, click: () => actions.show() },
      { type: 'separator' },
      ...calls,
      { id: availableId, label: text.available, type: 'checkbox', checked: state === 'available', enabled: state === 'not-ready', click: () => actions.setAvailable() },
      { label: text.notReady, enabled: state === 'available' || state === 'on-call', click: () => actions.setNotReady() },
      { type: 'separator' },
      { label: mainText(language()).lock, enabled: canLock, click: () => actions.lock() },
      { label: mainText(language()).quit, click: () => actions.quit() },
    ];
  }
}

function kept<T>(made: Map<string, T>, key: string, make: (key: string) => T): T {
  const found = made.get(key) ?? make(key);
  made.set(key, found);
  return found;
}

function isRinging({ state }: Call): boolean {
  return state === 'ringing';
}

function isInHand({ state }: Call): boolean {
  return state === 'connected' || state === 'dialling' || state === 'alerting' || state === 'answering';
}
